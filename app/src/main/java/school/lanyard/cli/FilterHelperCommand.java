// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import school.lanyard.signals.filter.Asker;
import school.lanyard.signals.filter.Decider;
import school.lanyard.signals.filter.index.FilterIndex;
import school.lanyard.signals.filter.squid.SquidAnswers;
import school.lanyard.signals.filter.squid.SquidHelper;

/// Answers Squid on standard input and output, and takes a new index over without a restart.
@Command(
        name = "helper",
        description =
                "Answer Squid's external ACL protocol: OK with tag= and message= is blocked, ERR is"
                        + " not. A new index at the same place is taken over within a second; a damaged"
                        + " one is not.",
        footer = {
            "",
            "In squid.conf:",
            "  external_acl_type lanyard concurrency=1000 children-max=1 ttl=60 negative_ttl=60"
                    + " %%URI %%un %%SRC /path/to/lanyard filter helper --index INDEX",
            "  acl blocked external lanyard",
            "  http_access deny blocked"
        })
final class FilterHelperCommand implements Runnable {

    @Mixin private IndexOption index = new IndexOption();

    @Mixin private PolicyOfLists lists = new PolicyOfLists();

    @Mixin private ZoneOption zone = new ZoneOption();

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description = "Who is in which group: a user or an address and a group on each line.")
    private @Nullable Path groups;

    @Spec private CommandSpec spec = CommandSpec.create();

    private Map<String, String> groupOf = Map.of();
    private FileTime seen = FileTime.fromMillis(0);
    private LocalDateTime second = LocalDateTime.MIN;
    private @Nullable Decider decider;
    private @Nullable SquidAnswers answers;

    @Override
    public void run() {
        seen = modified();
        var first = index.open();
        decider = new Decider(first, lists.policy(first));
        groupOf = readGroups();
        try (var in = new FileInputStream(FileDescriptor.in).getChannel();
                var out = new FileOutputStream(FileDescriptor.out).getChannel()) {
            new SquidHelper(this::answers).serve(in, out);
        } catch (IOException gone) {
            throw Failure.check("The proxy went away: " + gone.getMessage(), "Start it again");
        }
    }

    /// The same answers for a second; then a new index is looked for, and the time told.
    private SquidAnswers answers() {
        var now = zone.now().truncatedTo(ChronoUnit.SECONDS);
        var known = answers;
        if (known != null && now.equals(second)) {
            return known;
        }
        second = now;
        var fresh = new SquidAnswers(takenOver(), now, this::asker);
        answers = fresh;
        return fresh;
    }

    /// By the newest index that is sound and has the categories that were named.
    private Decider takenOver() {
        var modified = modified();
        var known = Objects.requireNonNull(decider);
        if (modified.equals(seen)) {
            return known;
        }
        seen = modified;
        try {
            var next = FilterIndex.open(index.file);
            known = new Decider(next, lists.policy(next));
            decider = known;
        } catch (IOException | Failure unsound) {
            complain("The old index is kept: " + unsound.getMessage());
        }
        return known;
    }

    /// Squid puts what its helpers complain about into its own log.
    private void complain(String sentence) {
        var err = spec.commandLine().getErr();
        err.println("lanyard: " + sentence);
        err.flush();
    }

    private FileTime modified() {
        try {
            return Files.getLastModifiedTime(index.file);
        } catch (IOException missing) {
            return seen;
        }
    }

    private Asker asker(String user, String client) {
        var group = groupOf.getOrDefault(user, groupOf.getOrDefault(client, ""));
        return new Asker(group, "", "");
    }

    private Map<String, String> readGroups() {
        var read = new HashMap<String, String>();
        if (groups == null) {
            return read;
        }
        try {
            for (var line : Files.readAllLines(groups)) {
                var words = line.strip().split("\\s+", -1);
                if (words.length == 2 && !line.startsWith("#")) {
                    read.put(words[0], words[1]);
                }
            }
            return read;
        } catch (IOException missing) {
            throw Failure.usage("There are no groups at " + groups, "Check the path");
        }
    }
}
