// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.ledger;

import java.util.Objects;

/// An entry in its place: the hash of the one before it, and its own.
public record Link(Entry entry, Hash previous, Hash hash) {
    public Link {
        Objects.requireNonNull(entry);
        Objects.requireNonNull(previous);
        Objects.requireNonNull(hash);
    }

    /// The entry joined to the chain that ends in `head`.
    public static Link after(Hash head, Entry entry) {
        return new Link(entry, head, Chain.hash(head, entry));
    }
}
