// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import school.lanyard.documents.Papers;
import school.lanyard.documents.Printer;
import school.lanyard.documents.Standing;

/// Prints the policy document from a pack. What only a server knows, such as who approved it, is
/// not in a pack: the document says that it is a draft.
@Command(
        name = "render",
        description = {
            "Print the policy document from a pack, as one HTML file or as a tagged PDF.",
            "It is marked as a draft: approval and signature are recorded on a server."
        })
final class PolicyRenderCommand implements Runnable {

    private static final String STANDARD_OUTPUT = "-";

    /// What can be printed.
    enum Format {
        html,
        pdf
    }

    @Mixin private PackArgument pack = new PackArgument();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "html|pdf",
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.html;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to write it; - for standard output.")
    private String output = STANDARD_OUTPUT;

    @Option(
            names = "--school",
            paramLabel = "NAME",
            description = "The school's name, for the title page.")
    private String school = "";

    @Override
    public void run() {
        var sound = pack.sound();
        if (output.equals(STANDARD_OUTPUT)) {
            print(rendered(new Papers(sound, Standing.draft(school.strip()))));
        } else {
            var file = Path.of(output);
            mustHaveFolder(file);
            write(rendered(new Papers(sound, Standing.draft(school.strip()))), file);
        }
    }

    private byte[] rendered(Papers papers) {
        var printer = Printer.compiled();
        return switch (format) {
            case html -> printer.file(papers, papers.document()).getBytes(StandardCharsets.UTF_8);
            case pdf -> printer.pdf(papers, papers.document(), Instant.now());
        };
    }

    private static void mustHaveFolder(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw Failure.usage(
                    "The file %s cannot be written".formatted(file),
                    "Give a file in a folder that is there");
        }
    }

    /// Whole or not at all: whoever reads the file meanwhile sees the old one.
    private static void write(byte[] bytes, Path file) {
        var whole = file.toAbsolutePath();
        try {
            var draft = whole.resolveSibling("." + whole.getFileName() + ".new");
            try {
                Files.write(draft, bytes);
                Files.move(
                        draft,
                        whole,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException cannot) {
            throw Failure.usage(
                    "The file %s cannot be written: %s".formatted(file, cannot.getMessage()),
                    "Check the folder, its permissions and the space on the disk");
        }
    }

    /// Bytes, not text: a PDF passes through as it is.
    private static void print(byte[] bytes) {
        var out = System.out;
        out.write(bytes, 0, bytes.length);
        if (out.checkError()) {
            throw Failure.usage("Standard output was closed", "Write to a file with -o FILE");
        }
    }
}
