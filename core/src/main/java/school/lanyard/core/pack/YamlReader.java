// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.JsonScalarResolver;

/// Reads one YAML file into [Yaml], keeping lines, and refuses what a pack never needs.
///
/// Refused: anchors and aliases (so no YAML bomb), tags, several documents in one file, a key given
/// twice, keys that are not plain text, deep nesting and oversize files. It walks parser events, so
/// a hostile file is refused before anything large is built.
public final class YamlReader {

    /// The largest file, in characters, that a pack may hold; a person could not review a larger
    /// one.
    public static final int LARGEST = 512 * 1024;

    private static final int DEEPEST = 32;
    private static final JsonScalarResolver TYPES = new JsonScalarResolver();

    private final String file;
    private final Faults faults;
    private final Iterator<Event> events;

    private YamlReader(String file, String text, Faults faults) {
        this.file = file;
        this.faults = faults;
        var settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setCodePointLimit(text.length() + 1)
                        // In one piece: a pair of surrogates across two reads breaks the library.
                        .setBufferSize(text.length() + 16)
                        .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /// The file's content, or nothing when it could not be read; the reasons are added to the
    /// faults.
    public static Optional<Yaml.Mapping> read(String file, String text, Faults faults) {
        if (text.length() > LARGEST) {
            faults.add(
                    Place.start(file),
                    "The file is larger than " + LARGEST / 1024 + " KiB.",
                    "Split it into several files of the same folder.");
            return Optional.empty();
        }
        int before = faults.size();
        try {
            var content = new YamlReader(file, text, faults).document();
            return faults.size() == before ? content : Optional.empty();
        } catch (Refused refused) {
            faults.add(refused.place, refused.problem, refused.mend);
        } catch (MarkedYamlEngineException broken) {
            faults.add(
                    place(file, broken.getProblemMark()),
                    "This is not YAML: " + said(broken) + ".",
                    "Look at this line and the one before it: indentation, quotes, colons and"
                            + " brackets.");
        } catch (ReaderException broken) {
            faults.add(
                    new Place(file, lineAt(text, broken.getPosition())),
                    "There is a character here that YAML does not allow.",
                    "Delete the hidden character, and save the file as UTF-8.");
        } catch (YamlVersionException broken) {
            faults.add(
                    Place.start(file),
                    "The file claims a version of YAML that is not known.",
                    "Delete the line that begins with %YAML.");
        } catch (YamlEngineException broken) {
            faults.add(
                    Place.start(file),
                    "The file could not be read: " + broken.getMessage() + ".",
                    "Check that it is a YAML file.");
        }
        return Optional.empty();
    }

    private Optional<Yaml.Mapping> document() {
        events.next(); // start of stream
        if (!(events.next() instanceof org.snakeyaml.engine.v2.events.DocumentStartEvent)) {
            return Optional.of(Yaml.Mapping.empty(Place.start(file)));
        }
        var root = value(events.next(), 0);
        events.next(); // end of document
        var after = events.next();
        if (after instanceof org.snakeyaml.engine.v2.events.DocumentStartEvent) {
            throw new Refused(
                    place(after),
                    "A second document starts here.",
                    "Keep one document in a file: delete the line ---.");
        }
        return switch (root) {
            case Yaml.Mapping mapping -> Optional.of(mapping);
            case Yaml.Scalar(var place, var value, _) when value == null ->
                    Optional.of(Yaml.Mapping.empty(place));
            default ->
                    throw new Refused(
                            root.place(),
                            "The file does not start with a key.",
                            "Start it with a key and a colon, such as roles:");
        };
    }

    private Yaml value(Event event, int depth) {
        refuseUnwanted(event, depth);
        return switch (event) {
            case MappingStartEvent start -> mapping(place(start), depth);
            case SequenceStartEvent start -> sequence(place(start), depth);
            case ScalarEvent scalar -> scalar(scalar);
            default -> throw new IllegalStateException("no YAML value in " + event);
        };
    }

    private Yaml.Mapping mapping(Place place, int depth) {
        var entries = new LinkedHashMap<String, Yaml.Entry>();
        for (var event = events.next();
                event.getEventId() != Event.ID.MappingEnd;
                event = events.next()) {
            var key = key(event);
            var at = place(event);
            var entry = new Yaml.Entry(at, value(events.next(), depth + 1));
            var earlier = entries.putIfAbsent(key, entry);
            if (earlier != null) {
                faults.add(
                        at,
                        "The key " + key + " is already on line " + earlier.place().line() + ".",
                        "Keep one of the two.");
            }
        }
        return new Yaml.Mapping(place, entries);
    }

    private String key(Event event) {
        refuseUnwanted(event, 0);
        if (event instanceof ScalarEvent scalar) {
            return scalar.getValue();
        }
        throw new Refused(
                place(event), "A list or a table stands where a key should be.", "Write one word.");
    }

    private Yaml.Sequence sequence(Place place, int depth) {
        List<Yaml> items = new ArrayList<>();
        for (var event = events.next();
                event.getEventId() != Event.ID.SequenceEnd;
                event = events.next()) {
            items.add(value(event, depth + 1));
        }
        return new Yaml.Sequence(place, items);
    }

    private Yaml.Scalar scalar(ScalarEvent event) {
        var text = event.getValue();
        return new Yaml.Scalar(place(event), typed(event, text), text);
    }

    private static @Nullable Object typed(ScalarEvent event, String text) {
        var tag = event.isPlain() ? TYPES.resolve(text, true) : Tag.STR;
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        if (tag.equals(Tag.INT) && text.length() < 18) {
            return Long.valueOf(text);
        }
        return tag.equals(Tag.FLOAT) && !text.startsWith(".") && !text.startsWith("-.")
                ? Double.valueOf(text)
                : text;
    }

    private void refuseUnwanted(Event event, int depth) {
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw new Refused(
                    place(event),
                    "Anchors (&) and aliases (*) are not allowed in a pack.",
                    "Write the text out here, or put quotation marks round text that starts with &"
                            + " or *.");
        }
        if ((event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent start && start.getTag().isPresent())) {
            throw new Refused(
                    place(event),
                    "Tags (!) are not allowed in a pack.",
                    "Delete the tag, or put quotation marks round text that starts with !.");
        }
        if (depth > DEEPEST) {
            throw new Refused(
                    place(event),
                    "The nesting is deeper than " + DEEPEST + " levels.",
                    "Flatten it: no part of a pack needs that.");
        }
    }

    private Place place(Event event) {
        return place(file, event.getStartMark());
    }

    private static Place place(String file, Optional<Mark> mark) {
        return new Place(file, mark.map(Mark::getLine).orElse(0) + 1);
    }

    private static String said(MarkedYamlEngineException broken) {
        return broken.getProblem() == null ? "something is unfinished" : broken.getProblem();
    }

    private static int lineAt(String text, int position) {
        return (int) text.chars().limit(position).filter(c -> c == '\n').count() + 1;
    }

    /// Stops reading a file that holds something refused outright.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialised: caught twenty lines above
        private final Place place;

        private final String problem;
        private final String mend;

        Refused(Place place, String problem, String mend) {
            super(problem);
            this.place = place;
            this.problem = problem;
            this.mend = mend;
        }
    }
}
