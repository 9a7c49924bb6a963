// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads the Common Transfer File in which English schools send a pupil's particulars to each
/// other: pupils, their year, and their contacts with and without parental responsibility.
final class TransferFile {

    private static final int DEEPEST = 40;
    private static final int LONGEST = 4_000;
    private static final String PUPIL = "Pupil";
    private static final String CONTACT = "Contact";

    private final byte[] file;
    private final LocalDate today;
    private final Remarks remarks = new Remarks();
    private final Entries entries = new Entries(remarks);
    private final List<Tie> ties = new ArrayList<>();
    private final Days days = new Days();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private Map<String, String> pupil = new HashMap<>();
    private List<Map<String, String>> contacts = new ArrayList<>();
    private @Nullable Map<String, String> contact;
    private int count;

    TransferFile(byte[] file, LocalDate today) {
        this.file = file;
        this.today = today;
    }

    Reading read() {
        try {
            var xml = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            while (xml.hasNext()) {
                step(xml, xml.next());
            }
        } catch (XMLStreamException broken) {
            throw new Unreadable(
                    "It is not a Common Transfer File, or it is damaged near line "
                            + (broken.getLocation() == null
                                    ? 1
                                    : broken.getLocation().getLineNumber())
                            + ".");
        }
        return new Reading(
                Format.CTF, false, entries.all(), ties, remarks.listed(), remarks.more(), Map.of());
    }

    /// Nothing outside the file is ever read, and nothing in it grows when it is read.
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private void step(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> opens(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (text.length() < LONGEST) {
                    text.append(xml.getText(), 0, Math.min(LONGEST, xml.getTextLength()));
                }
            }
            case XMLStreamConstants.END_ELEMENT -> closes(xml.getLocalName());
            default -> {
                // Remarks and instructions say nothing about anybody.
            }
        }
    }

    private void opens(String name) {
        if (path.isEmpty() && !name.equals("CTfile") && !name.equals("ATfile")) {
            throw new Unreadable("It is XML, but no Common Transfer File.");
        }
        if (path.size() >= DEEPEST) {
            throw new Unreadable("It is nested deeper than any Common Transfer File.");
        }
        path.push(name);
        text.setLength(0);
        if (name.equals(PUPIL)) {
            pupil = new HashMap<>();
            contacts = new ArrayList<>();
        } else if (name.equals(CONTACT)) {
            contact = new HashMap<>();
        }
    }

    private void closes(String name) {
        path.pop();
        var parent = path.isEmpty() ? "" : path.peek();
        if (name.equals(PUPIL)) {
            person();
        } else if (name.equals(CONTACT) && contact != null) {
            contacts.add(contact);
            contact = null;
        } else if (contact != null && parent.equals(CONTACT)) {
            contact.putIfAbsent(name, Cells.tidy(text.toString()));
        } else if (parent.equals(PUPIL) || parent.equals("BasicDetails")) {
            pupil.putIfAbsent(name, Cells.tidy(text.toString()));
        }
        text.setLength(0);
    }

    private void person() {
        var place = new Place("", ++count);
        var draft =
                new Draft(place, remarks)
                        .is(Cells.LEARNER)
                        .known(Scheme.UPN, pupil.getOrDefault("UPN", ""))
                        .named(
                                first("PreferredForename", "Forename"),
                                first("PreferredSurname", "Surname"))
                        .born(pupil.getOrDefault("DOB", ""), days, today)
                        .inYear(pupil.getOrDefault("NCyearActual", ""));
        draft.entry(draft.ownKey())
                .ifPresent(entry -> {
                    entries.add(entry);
                    for (int n = 0; n < contacts.size(); n++) {
                        contact(place, entry.key(), n, contacts.get(n));
                    }
                });
    }

    private String first(String one, String other) {
        var found = pupil.getOrDefault(one, "");
        return found.isEmpty() ? pupil.getOrDefault(other, "") : found;
    }

    /// A contact has no number of their own: the child and the place in the child's list stand for
    /// one.
    private void contact(Place place, String child, int at, Map<String, String> said) {
        var name =
                (said.getOrDefault("Forename", "") + " " + said.getOrDefault("Surname", ""))
                        .strip();
        if (name.isEmpty()) {
            remarks.note(place, "has a contact without a name, who is left out.");
            return;
        }
        var key = "CONTACT:" + child + ":" + at;
        new Draft(place, remarks)
                .is(Cells.PARENT)
                .named(name)
                .mailedAt(said.getOrDefault("Email", ""))
                .entry(key)
                .ifPresent(entries::add);
        ties.add(
                new Tie(
                        place,
                        child,
                        key,
                        true,
                        Cells.yes(said.getOrDefault("Responsibility", "")).orElse(null),
                        null));
    }
}
