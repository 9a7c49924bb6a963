// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import school.lanyard.core.digest.Sha256;

/// What some groups of people are asked to agree to, in words that they can keep: the text that is
/// signed.
///
/// `signedBy` is the group that signs for them, such as parents for young children; it is empty
/// where they sign for themselves. `signature` are the labels of what is filled in by hand.
/// `asking` says who is asked besides, and how.
public record Agreement(
        String key,
        String title,
        List<String> groups,
        String signedBy,
        String intro,
        List<Line> lines,
        String consequence,
        List<String> signature,
        Asking asking) {

    /// How it is asked for.
    ///
    /// @param posts roles whose holders are asked, besides the groups
    /// @param atLeast how many have to be asked at all, where one alone is not enough
    /// @param reads documents of their own that whoever signs has read
    /// @param policy a mark of the words of the whole policy, where signing says that one knows it;
    ///   empty where it does not
    /// @param again the interval after which it is asked for again; empty where only other words
    ///   ask again
    /// @param inClass whether classes agree to it together, which their teacher records
    /// @param atTheDoor whether whoever comes to the door agrees to it there
    public record Asking(
            List<String> posts,
            int atLeast,
            List<Reading> reads,
            String policy,
            String again,
            boolean inClass,
            boolean atTheDoor) {

        /// Those of its groups are asked, once for each text.
        public static final Asking ONCE = new Asking(List.of(), 1, List.of(), "", "", false, false);

        public Asking {
            posts = List.copyOf(posts);
            reads = List.copyOf(reads);
        }
    }

    /// A document outside the policy, such as a code of conduct, and which version of it.
    public record Reading(String title, String version) {

        public String words() {
            return version.isEmpty() ? title : title + ", " + version;
        }
    }

    /// One thing that is agreed to.
    ///
    /// @param under the heading it stands under; may be empty
    /// @param picture the key of a picture; empty for none
    /// @param quotes the clauses that it draws on; that binds none of them
    public record Line(String under, String says, String picture, List<String> quotes) {

        public Line {
            quotes = List.copyOf(quotes);
        }
    }

    public Agreement {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
        signature = List.copyOf(signature);
    }

    /// Lines that stand together under a heading, which may be empty.
    public record Section(String heading, List<Line> lines) {

        public Section {
            lines = List.copyOf(lines);
        }
    }

    public List<Section> sections() {
        var found = new ArrayList<Section>();
        for (int from = 0; from < lines.size(); ) {
            var heading = lines.get(from).under();
            int to = from;
            while (to < lines.size() && lines.get(to).under().equals(heading)) {
                to++;
            }
            found.add(new Section(heading, lines.subList(from, to)));
            from = to;
        }
        return List.copyOf(found);
    }

    /// Whether every line has a picture, so that it can be set for children.
    public boolean pictured() {
        return lines.stream().noneMatch(line -> line.picture().isEmpty());
    }

    /// The keys of all who are asked: groups, and roles whose holders are.
    public List<String> asked() {
        return Stream.concat(groups.stream(), asking.posts().stream()).toList();
    }

    /// Whether somebody signs it for those it is about.
    public boolean onBehalf() {
        return !signedBy.isEmpty();
    }

    /// Every word that is agreed to, one thing on each line: what a signature is under.
    public String text() {
        var words = new ArrayList<String>();
        words.add(title);
        words.add(intro);
        var heading = "";
        for (var line : lines) {
            if (!line.under().equals(heading)) {
                heading = line.under();
                words.add(heading);
            }
            words.add("- " + line.says());
        }
        words.add(consequence);
        words.addAll(signature);
        asking.reads().forEach(read -> words.add("Read: " + read.words()));
        words.add(asking.policy());
        words.removeIf(String::isEmpty);
        return String.join("\n", words) + "\n";
    }

    /// SHA-256 of the text, in hexadecimal: which words a signature is under. A new picture or a
    /// clause that is drawn on besides does not change what was signed.
    public String hash() {
        return Sha256.hex(text());
    }
}
