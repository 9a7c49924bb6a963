// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.Packs;

/// The folder of packs that came with this program: the bases that a school's policy builds on.
@Component
public final class ShippedPacks {

    private final Packs packs;

    public ShippedPacks(@Value("${lanyard.packs:${lanyard.home:.}/packs}") String folder) {
        this.packs = Packs.in(Path.of(folder));
    }

    public Packs packs() {
        return packs;
    }

    /// Files that make an edition again: the ones of the folder while they still say the same,
    /// otherwise the edition itself written out.
    PackFiles of(Edition edition) {
        var key = edition.pack().key();
        return packs.folderOf(key).isPresent()
                        && packs.load(key) instanceof Loaded.Sound(Pack shipped)
                        && shipped.equals(edition.pack())
                ? packs.files(key)
                : packs.writtenOut(edition.pack());
    }
}
