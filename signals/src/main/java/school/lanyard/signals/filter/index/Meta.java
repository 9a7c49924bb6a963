// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The small parts of an index: pieces of text, lists with their sizes, and sets of lists.
record Meta(List<byte[]> pieces, List<Listing> listings, List<Long> counts, List<int[]> classes) {

    byte[] written() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(pieces.size());
            for (var piece : pieces) {
                out.writeByte(piece.length);
                out.write(piece);
            }
            out.writeInt(listings.size());
            for (int i = 0; i < listings.size(); i++) {
                out.writeUTF(listings.get(i).category());
                out.writeUTF(listings.get(i).list());
                out.writeLong(counts.get(i));
            }
            out.writeInt(classes.size());
            for (var set : classes) {
                out.writeShort(set.length);
                for (int listing : set) {
                    out.writeShort(listing);
                }
            }
        }
        return bytes.toByteArray();
    }

    static Meta read(byte[] written) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(written));
        var pieces = new ArrayList<byte[]>();
        for (int left = in.readInt(); left > 0; left--) {
            pieces.add(in.readNBytes(in.readUnsignedByte()));
        }
        int count = in.readInt();
        var listings = new ArrayList<Listing>();
        var counts = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            listings.add(new Listing(in.readUTF(), in.readUTF()));
            counts.add(in.readLong());
        }
        var classes = new ArrayList<int[]>();
        for (int left = in.readInt(); left > 0; left--) {
            var set = new int[in.readUnsignedShort()];
            for (int i = 0; i < set.length; i++) {
                set[i] = in.readUnsignedShort();
            }
            classes.add(set);
        }
        return new Meta(pieces, listings, counts, classes);
    }
}
