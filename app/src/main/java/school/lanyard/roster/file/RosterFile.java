// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A file that somebody sent, whatever wrote it.
public final class RosterFile {

    private RosterFile() {}

    /// Which kind it is, seen from what is in it and never from its name.
    ///
    /// @throws Unreadable where it is none
    public static Format format(byte[] file) {
        if (file.length == 0) {
            throw new Unreadable("It is empty.");
        }
        if (Bundle.zipped(file)) {
            var bundle = Bundle.of(file);
            if (OneRoster.is(bundle)) {
                return Format.ONE_ROSTER;
            }
            if (SchoolDataSync.is(bundle)) {
                return Format.SDS;
            }
            throw new Unreadable(
                    "It is a zip, but neither OneRoster nor School Data Sync: it has no users.csv"
                            + " with the tables that go with it.");
        }
        return xml(file) ? Format.CTF : Format.CSV;
    }

    /// Reads it whole.
    ///
    /// @param columns what its columns hold, where it is a spreadsheet
    /// @param today what is after it has not happened yet
    /// @throws Unreadable where nothing can be made of it
    public static Reading read(byte[] file, @Nullable Columns columns, LocalDate today) {
        return switch (format(file)) {
            case ONE_ROSTER -> new OneRoster(Bundle.of(file), today).read();
            case SDS -> new SchoolDataSync(Bundle.of(file), today).read();
            case CTF -> new TransferFile(file, today).read();
            case CSV -> {
                if (columns == null) {
                    throw new Unreadable("Nobody has said yet what its columns hold.");
                }
                yield new PlainCsv(file, columns, today).read();
            }
        };
    }

    private static boolean xml(byte[] file) {
        try (var in = new BufferedReader(Letters.of(file).reader())) {
            int c = in.read();
            while (c >= 0 && Character.isWhitespace(c)) {
                c = in.read();
            }
            return c == '<';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
