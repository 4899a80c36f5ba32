package org.metalayer.cli.harness;

/** Documents of a Main System, as docs/api.md describes them. */
public final class Documents {
    public static final String STICK_ID = "11111111-1111-4111-8111-111111111111";
    public static final String REPORT_ID = "22222222-2222-4222-8222-222222222222";
    public static final String DECISION_ID = "33333333-3333-4333-8333-333333333333";
    public static final String RELEASE_ID = "44444444-4444-4444-8444-444444444444";
    public static final String ROLLOUT_ID = "55555555-5555-4555-8555-555555555555";
    public static final String DIGEST = "ab".repeat(32);

    private Documents() {}

    public static String page(String... items) {
        return "{\"items\":[%s],\"next\":null,\"total\":%d}"
                .formatted(String.join(",", items), items.length);
    }

    /** A page after which others follow. */
    public static String page(String next, int total, String... items) {
        return "{\"items\":[%s],\"next\":\"%s\",\"total\":%d}"
                .formatted(String.join(",", items), next, total);
    }

    public static String stick(String moduleId, String name, String state) {
        return stick(moduleId, name, state, "");
    }

    /** The same with warnings: the insides of a JSON list. */
    public static String stick(String moduleId, String name, String state, String warnings) {
        return """
        {"id":"%s","module_id":"%s","module_name":"%s","state":"%s","online":true,
        "last_seen_at":"2026-11-20T11:59:00Z","enrolled_at":"2026-11-20T09:00:00Z",
        "agent_version":"0.1.0","hardware_class":"linux-amd64","key_id":"%s","test_stick":false,
        "usb":{"vendor_id":"0951","product_id":"1666","bcd_device":"0110",
        "manufacturer":"Kingston","product":"DataTraveler","serial":"1","virtual":false},
        "contributions":{"reports":3,"released":2},
        "installed":[{"component":"music-player","version":2,"release_id":"%s","local_changes":1}],
        "warnings":[%s],"allowed_verbs":["retire"]}\
        """
                .formatted(STICK_ID, moduleId, name, state, DIGEST, RELEASE_ID, warnings);
    }

    public static String decision(String verdict) {
        return """
        {"id":"%s","report_id":"%s","component":"music-player","verdict":"%s",
        "impact":{"level":"medium","score":42,
        "factors":[{"name":"files","points":12,"why":"3 of 10 files change"}]},
        "strategy":"STAGED","priority":"normal","reasons":["row 2: feature, impact medium"],
        "policy_version":1,"policy_row":2,
        "stages":[{"stage":"intake","passed":true,"detail":"10 files"}],
        "decided_by":"policy","decided_at":"2026-11-20T11:58:00Z"}\
        """
                .formatted(DECISION_ID, REPORT_ID, verdict);
    }

    public static String report(String state, String decision) {
        return """
        {"id":"%s","component":"music-player","type":"feature","description":"Playlists",
        "features":["Playlist"],"claims":[{"metric":"startup_ms","factor":3.0}],"parents":["%s"],
        "contributor":{"stick_id":"%s","module_id":"usb_001","module_name":"Kitchen stick"},
        "state":"%s","progress":"rolling_out","file_count":10,"total_bytes":123456,
        "changes":{"added":["playlist.js"],"modified":["index.html"],"removed":["old.js"]},
        "received_at":"2026-11-20T11:55:00Z","decision":%s,"release_id":null,"rollout_id":null}\
        """
                .formatted(REPORT_ID, RELEASE_ID, STICK_ID, state, decision);
    }

    public static String release(int version, String parents) {
        return """
        {"id":"%s","component":"music-player","version":%d,"type":"feature",
        "description":"Playlists","features":["Playlist"],"parents":[%s],"hardware_classes":["metalayer-console-amd64"],
        "contributor":{"stick_id":"%s","module_id":"usb_001","module_name":"Kitchen stick"},
        "report_id":"%s","file_count":10,"total_bytes":123456,"payload_sha256":"%s",
        "role":"content","publication":"published","withdrawn":false,
        "created_at":"2026-11-20T11:58:00Z"}\
        """
                .formatted(
                        RELEASE_ID.substring(0, 35) + version,
                        version,
                        parents,
                        STICK_ID,
                        REPORT_ID,
                        DIGEST);
    }

    public static String rollout(String state) {
        String counts =
                """
                {"total":5,"verified":1,"failed":0,"rolled_back":0,"declined":0,"conflict":0,
                "superseded":0,"outstanding":4,"silent":0}\
                """;
        return """
        {"id":"%s","version":3,"component":"music-player","release":%s,"strategy":"STAGED",
        "priority":"normal","state":"%s","reason":"","seed_sha256":"%s","seed":null,
        "created_at":"2026-11-20T11:58:00Z","started_at":"2026-11-20T11:59:00Z",
        "finished_at":null,"rings":[{"ordinal":1,"name":"10 %%","share":0.1,"state":"open",
        "opens_at":null,"opened_at":"2026-11-20T11:59:00Z","counts":%s,
        "verdict":{"kind":"hold","reason":"soak: 23 h left"},
        "limits":{"max_failure_ratio":0.05,"min_verified_ratio":0.5,"max_silent_ratio":0.5,
        "soak_seconds":86400}}],"counts":%s,"allowed_verbs":["pause","halt","advance"]}\
        """
                .formatted(ROLLOUT_ID, release(2, ""), state, DIGEST, counts, counts);
    }

    public static String manifest() {
        return """
        {"payload":{"sequence":17,"issued_at":"2026-11-20T11:59:00Z","entries":[{"rollout_id":"%s",
        "state":"running","component":"music-player","version":2,"release_id":"%s",
        "release_sha256":"%s","module_name":"Kitchen stick","upgrade_type":"feature",
        "strategy":"STAGED","priority":"normal","files":["index.html","player.js"],
        "features":["Playlist"],"seed_sha256":"%s","seed":null,"bound":"1999999999999999",
        "named":["0123456789abcdef"],"verify_seconds":60}],"withdrawn":[]},
        "director":{"signed":{"_type":"targets","version":9,"expires":"2026-11-27T12:00:00Z"},
        "signatures":[{"keyid":"%s","sig":"00"}]}}\
        """
                .formatted(ROLLOUT_ID, RELEASE_ID, DIGEST, DIGEST, DIGEST);
    }
}
