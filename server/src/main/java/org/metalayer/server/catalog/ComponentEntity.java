package org.metalayer.server.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.metalayer.protocol.ComponentName;

/** A component and how many releases it has had. */
@Entity
@Table(name = "component")
class ComponentEntity {

    @Id private String name;
    private String title;

    /** Also the newest version: counting up leaves no gap. */
    private int releaseCount;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected ComponentEntity() {}

    ComponentEntity(ComponentName name, String title, Instant now) {
        this.name = name.value();
        this.title = title;
        this.createdAt = now;
    }

    /** Counts one more release, whose files say the title; answers its version. */
    int addRelease(String newTitle) {
        title = newTitle;
        return ++releaseCount;
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    int releaseCount() {
        return releaseCount;
    }
}
