// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.document;

import java.util.List;
import java.util.Map;
import school.lanyard.core.flowchart.Flowchart;
import school.lanyard.core.pack.Agreement;
import school.lanyard.core.pack.Told;

/// Something that is printed under a heading besides its clauses.
public sealed interface Block {

    /// A table of what is allowed: one answer in each cell, under the label of its column.
    record Answers(String caption, String note, List<String> columns, List<Row> rows)
            implements Block {
        public Answers {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /// One row: what is asked about, under a heading and with a note that may be empty, and the
        /// answers.
        public record Row(String label, String under, String note, List<Told> cells) {
            public Row {
                cells = List.copyOf(cells);
            }
        }
    }

    /// A table of what is proposed about each kind of incident.
    record Responses(String caption, String note, List<String> columns, List<Line> rows)
            implements Block {
        public Responses {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /// A kind of incident, with a note that may be empty, and for each column whether the
        /// policy proposes it.
        public record Line(String label, String note, List<Boolean> proposed) {
            public Line {
                proposed = List.copyOf(proposed);
            }
        }
    }

    record Chart(String key, Flowchart chart) implements Block {}

    /// Who takes a concern.
    record Routes(List<Route> routes) implements Block {
        public Routes {
            routes = List.copyOf(routes);
        }

        /// One route: who takes it first, who takes it instead, in order, and whom to call outside
        /// if nobody in the school can.
        public record Route(
                String about, String first, List<String> next, String last, List<String> told) {
            public Route {
                next = List.copyOf(next);
                told = List.copyOf(told);
            }
        }
    }

    /// Help outside the school.
    record Contacts(List<Contact> contacts) implements Block {
        public Contacts {
            contacts = List.copyOf(contacts);
        }

        /// One of them; its number is empty where the school fills it in.
        public record Contact(
                String label, String useWhen, String call, String web, boolean local) {

            /// A contact with the school's own numbers, by key, where it has one.
            public static Contact of(
                    school.lanyard.core.pack.Contact contact, Map<String, String> own) {
                return new Contact(
                        contact.label(),
                        contact.useWhen(),
                        contact.local() ? own.getOrDefault(contact.key(), "") : contact.call(),
                        contact.web(),
                        contact.local());
            }
        }
    }

    /// Posts and what comes with them; never who holds them.
    record Posts(List<Post> posts) implements Block {
        public Posts {
            posts = List.copyOf(posts);
        }

        public record Post(String label, String shortly, String holders, String note) {}
    }

    /// Lengths of time, and who chose each.
    record Intervals(List<Interval> intervals) implements Block {
        public Intervals {
            intervals = List.copyOf(intervals);
        }

        public record Interval(String label, String length, String chosenBy, String note) {}
    }

    record Agreements(List<Agreement> agreements) implements Block {
        public Agreements {
            agreements = List.copyOf(agreements);
        }
    }
}
