package org.metalayer.server.evaluation.secrets;

import static org.metalayer.server.evaluation.secrets.SecretRule.personal;
import static org.metalayer.server.evaluation.secrets.SecretRule.secret;

import java.util.List;

/** All rules. Change them and raise {@link #VERSION}. */
public final class SecretRules {

    /** Of the rules: the same version finds the same in the same bytes. */
    public static final int VERSION = 3;

    private static final String TOKEN_END = "(?:[^A-Za-z0-9_-]|$)";

    static final List<SecretRule> ALL =
            List.of(
                    secret(
                            "a private key",
                            "private key",
                            "-----BEGIN (?:[A-Z0-9 ]{0,20} )?PRIVATE KEY"),
                    secret(
                            "a PGP private key",
                            "private key block",
                            "-----BEGIN PGP PRIVATE KEY BLOCK"),
                    secret(
                            "a PuTTY private key",
                            "putty-user-key-file",
                            "PuTTY-User-Key-File-[0-9]"),
                    secret("an age key", "age-secret-key-", "AGE-SECRET-KEY-1[0-9A-Z]{58}"),
                    secret("an AWS access key", "akia|asia", "\\b((?:AKIA|ASIA)[A-Z2-7]{16})\\b"),
                    secret(
                            "an AWS secret key",
                            "aws",
                            "(?i)aws.{0,20}[\"'=: ]([A-Za-z0-9/+]{40})(?:[^A-Za-z0-9/+=]|$)"),
                    secret("a Google API key", "aiza", "AIza[A-Za-z0-9_-]{35}"),
                    secret("a Google client secret", "gocspx-", "GOCSPX-[A-Za-z0-9_-]{28}"),
                    secret("an Azure storage key", "accountkey=", "AccountKey=[A-Za-z0-9+/]{86}=="),
                    secret(
                            "a GitHub token",
                            "ghp_|gho_|ghu_|ghs_|ghr_",
                            "\\bgh[pousr]_[A-Za-z0-9]{36}"),
                    secret("a GitHub token", "github_pat_", "github_pat_[A-Za-z0-9_]{50,}"),
                    secret("a GitLab token", "glpat-", "glpat-[A-Za-z0-9_-]{20}"),
                    secret("a Slack token", "xox", "xox[abeoprs]-[A-Za-z0-9-]{10,}"),
                    secret(
                            "a Slack webhook",
                            "hooks.slack.com",
                            "hooks\\.slack\\.com/services/[A-Za-z0-9/]{20,}"),
                    secret(
                            "a Discord webhook",
                            "api/webhooks/",
                            "discord(?:app)?\\.com/api/webhooks/[0-9]{10,}/[A-Za-z0-9_-]{20,}"),
                    secret(
                            "a Telegram bot token",
                            ":aa",
                            "\\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}" + TOKEN_END),
                    secret("a Stripe key", "_live_", "\\b[rs]k_live_[A-Za-z0-9]{16,}"),
                    secret(
                            "a SendGrid key",
                            "sg.",
                            "\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"),
                    secret("an npm token", "npm_", "\\bnpm_[A-Za-z0-9]{36}"),
                    secret("a PyPI token", "pypi-", "pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{20,}"),
                    secret("a Hugging Face token", "hf_", "\\bhf_[A-Za-z0-9]{34}"),
                    secret("an API key", "sk-", "\\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}"),
                    secret(
                            "a signed login token",
                            "eyj",
                            "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
                    secret("an API token of a Main System", "mlo_", "\\bmlo_[A-Za-z0-9_-]{20,}"),
                    secret(
                            "a password in an address",
                            "://",
                            "[a-z][a-z0-9+.-]*://[^\\s/:@\"'<>]{1,64}:([^\\s/@\"'<>]{3,128})@"),
                    secret(
                            "a password",
                            "passw",
                            "(?i)passw(?:or)?d[\"']?\\s*[:=]\\s*[\"']([^\"'\\s]{8,128})[\"']"),
                    secret(
                            "a secret",
                            "secret",
                            "(?i)(?:client|api|app)[_-]?secret[\"']?\\s*[:=]\\s*[\"']([^\"'\\s]{12,128})[\"']"),
                    secret(
                            "an API key",
                            "api_key|api-key|apikey",
                            "(?i)api[_-]?key[\"']?\\s*[:=]\\s*[\"']([A-Za-z0-9_-]{20,128})[\"']"),
                    secret("a WLAN password", "psk", "(?i)\\bpsk\\s*=\\s*\"?([^\"\\s]{8,63})"),
                    secret("a WLAN password", "psk", "(?i)\\bpsk\\s*=\\s*\"([^\"]{8,63})\""),
                    secret(
                            "an authorisation header",
                            "bearer",
                            "(?i)authorization[\"']?\\s*[:,]\\s*[\"']bearer"
                                    + " ([A-Za-z0-9._~+/-]{16,})"),
                    personal(
                            "an e-mail address",
                            "@",
                            "[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})*\\.[A-Za-z]{2,24})\\b"),
                    personal(
                            "a path in a home directory",
                            "/home/",
                            "/home/([a-z_][a-z0-9_-]{0,31})/"),
                    personal(
                            "a path in a home directory",
                            "/users/",
                            "/Users/([A-Za-z][A-Za-z0-9._-]{0,31})/"),
                    personal(
                            "a path in a home directory",
                            "\\users\\",
                            "(?i)[a-z]:\\\\+users\\\\+([^\\\\\\s\"']{1,32})\\\\"),
                    personal(
                            "a name of a computer",
                            ".local|.lan|.internal|.intranet|.fritz.box|.home.arpa",
                            "\\b[a-z0-9-]{1,63}(\\.(?:local|lan|internal|intranet|fritz\\.box|home\\.arpa))(?:[:/\"'\\s]|$)"),
                    personal(
                            "an address in a private network",
                            "192.168.|10.",
                            "\\b(192\\.168\\.[0-9]{1,3}\\.[0-9]{1,3}|10\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3})(?:[:/\"'\\s]|$)"),
                    personal(
                            "a hardware address",
                            ":",
                            "(?i)\\b((?:[0-9a-f]{2}:){5}[0-9a-f]{2})\\b"));

    private SecretRules() {}
}
