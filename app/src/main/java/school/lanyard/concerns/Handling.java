// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.Handovers;
import school.lanyard.database.Database;

/// Who handles an incident, as opposed to reading it: whoever holds a post that the policy sends it
/// to, or took it on when it was handed over. Not those to whose post it was opened for one thing,
/// nor whoever opened it in an emergency.
@Service
public final class Handling {

    /// An incident that somebody handles.
    ///
    /// @param keyId the key of what is sealed of it
    /// @param about the people it is about, as opaque ids
    public record Handled(String id, String keyId, String reference, List<String> about) {}

    private final Database database;

    Handling(Database database) {
        this.database = database;
    }

    /// The incident, if the viewer handles it.
    public Optional<Handled> of(Viewer viewer, String reference) {
        return database.read(sql -> {
            var files = new CaseFiles(sql, viewer.school());
            var handovers = new Handovers(sql, viewer.school());
            return files.find("incident", reference, viewer)
                    .filter(file ->
                            isSentTo(files, file, viewer)
                                    || handovers.tookOn(file.id(), viewer.person()))
                    .map(file -> handled(files, file));
        });
    }

    private static boolean isSentTo(CaseFiles files, CaseFile file, Viewer viewer) {
        return files.readers(file.id(), viewer.today()).stream()
                .filter(reader -> reader.person().equals(viewer.person()))
                .anyMatch(reader -> !reader.byGlass() && !reader.opened());
    }

    private static Handled handled(CaseFiles files, CaseFile file) {
        return new Handled(
                file.id(),
                file.keyId(),
                file.reference(),
                files.people(file.id()).entrySet().stream()
                        .filter(linked -> Part.of(linked.getValue()).isAbout())
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
