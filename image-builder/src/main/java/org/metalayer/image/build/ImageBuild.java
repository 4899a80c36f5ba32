package org.metalayer.image.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.image.bundle.BuiltImage;
import org.metalayer.image.bundle.DebianPackage;
import org.metalayer.image.bundle.ImageName;
import org.metalayer.image.bundle.Manifest;
import org.metalayer.image.layout.Ext4;
import org.metalayer.image.layout.Gpt;
import org.metalayer.image.layout.Layout;
import org.metalayer.image.tool.Tool;
import org.metalayer.image.tool.Tools;

/** Makes an image: the tools tree, mkosi in it, and the documents about what came out. */
public final class ImageBuild {

    private final BuildRequest request;
    private final Progress progress;

    public ImageBuild(BuildRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /** Builds, and puts the result in the place of an earlier one of the same name. */
    public BuiltImage.Whole run() throws IOException {
        Tools.require(Tool.UNSHARE, Tool.SFDISK, Tool.DEBUGFS, Tool.MDIR, Tool.MTYPE);
        requireRoot();
        if (!Files.isRegularFile(request.recipe().resolve("mkosi.conf"))) {
            throw new ImageException("%s holds no mkosi.conf".formatted(request.recipe()));
        }
        Agent agent = Agent.of(request.agent());
        ImageName name =
                new ImageName(
                        request.profile(),
                        request.version().orElse(agent.version()),
                        architecture());
        try (BuildLock _ = BuildLock.of(request.cache())) {
            Path tools = ToolsTree.ofThisVersion().in(request.cache(), request.mirrors(), progress);
            Path work = Files.createDirectories(request.cache().resolve("work"));
            agent.placeIn(Folders.fresh(work.resolve("agent")));
            Path made =
                    new Mkosi(tools, request.recipe().toRealPath(), work.toRealPath())
                            .build(name, request, progress);
            return new Result(made, name).moveTo(request, agent, progress);
        }
    }

    private static void requireRoot() {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new ImageException(
                    "building mounts file systems, which takes root: sudo ./metalayer image build");
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm64";
            default -> "amd64";
        };
    }

    /** What mkosi made. */
    private record Result(Path made, ImageName name) {

        BuiltImage.Whole moveTo(BuildRequest request, Agent agent, Progress progress)
                throws IOException {
            Path folder = Files.createDirectories(request.output()).resolve(name.toString());
            Path unfinished = Folders.fresh(folder.resolveSibling(name + ".unfinished"));
            Path list = only(".manifest");
            String base = String.valueOf(list.getFileName()).replaceFirst("\\.manifest$", "");
            List<DebianPackage> packages = MkosiManifest.packages(list);
            for (Path file : Folders.files(made)) {
                String ending = String.valueOf(file.getFileName()).replace(base, "");
                if (ending.startsWith(".") && !file.equals(list)) {
                    Files.move(file, unfinished.resolve(name + ending));
                }
            }
            settle(unfinished.resolve(name + ".raw"), request);
            Manifest manifest =
                    new Documents(unfinished, progress)
                            .write(name, packages, request.sourceDate(), agent.version());
            Folders.delete(folder);
            Files.move(unfinished, folder);
            return new BuiltImage.Whole(folder, manifest);
        }

        /**
         * Replaces the one number that mkfs took from chance: two builds of the same are the same.
         */
        private void settle(Path image, BuildRequest request) throws IOException {
            UUID seed = UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
            Layout layout = Layout.of(new Gpt(image).read());
            new Ext4(image, layout.data()).setHashSeed(seed, request.sourceDate());
        }

        private Path only(String ending) throws IOException {
            List<Path> found =
                    Folders.files(made).stream()
                            .filter(file -> file.toString().endsWith(ending))
                            .toList();
            if (found.size() != 1) {
                throw new ImageException(
                        "mkosi made %s files that end with %s, and not one: see the recipe's ManifestFormat"
                                .formatted(found.size(), ending));
            }
            return found.getFirst();
        }
    }
}
