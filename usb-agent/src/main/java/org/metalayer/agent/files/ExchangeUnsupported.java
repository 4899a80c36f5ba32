package org.metalayer.agent.files;

import java.nio.file.FileSystemException;

/** The file system or the kernel cannot swap two names in one step. */
public final class ExchangeUnsupported extends FileSystemException {

    private static final long serialVersionUID = 1L;

    ExchangeUnsupported(String from, String to) {
        super(
                from,
                to,
                "this file system cannot exchange two folders in one step: keep the stick's data on"
                        + " ext4, xfs, btrfs or tmpfs");
    }
}
