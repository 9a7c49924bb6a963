// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer;

import java.text.Normalizer;
import java.util.Locale;

/// A name as it is compared: accents, capitals and double spaces make no other person.
final class SameName {

    private SameName() {}

    static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.UK);
    }
}
