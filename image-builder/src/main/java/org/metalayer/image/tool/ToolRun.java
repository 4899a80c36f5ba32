package org.metalayer.image.tool;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.metalayer.image.base.ImageException;

/** What a tool came to. */
public final class ToolRun {

    private final Tool tool;
    private final int code;
    private final byte[] out;
    private final String complaints;

    ToolRun(Tool tool, int code, byte[] out, String complaints) {
        this.tool = tool;
        this.code = code;
        this.out = out;
        this.complaints = complaints;
    }

    public boolean isSuccess() {
        return code == 0;
    }

    /** Its exit code. */
    public int code() {
        return code;
    }

    /** What it printed, byte by byte. */
    public byte[] bytes() {
        return out.clone();
    }

    /** What it printed. */
    public String text() {
        return new String(out, StandardCharsets.UTF_8);
    }

    /** The last thing that it said, which usually is the reason. */
    public String lastWord() {
        List<String> lines =
                (text() + "\n" + complaints).lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "it said nothing" : lines.getLast().strip();
    }

    /**
     * This run, which has to have succeeded.
     *
     * @throws ImageException when it has not
     */
    public ToolRun required() {
        if (!isSuccess()) {
            throw new ImageException(
                    "%s failed with code %s: %s".formatted(tool.command(), code, lastWord()));
        }
        return this;
    }
}
