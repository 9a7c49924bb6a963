// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

/// A list that a name stands on, and the category that the list blocks.
public record Listing(String category, String list) implements Comparable<Listing> {

    @Override
    public int compareTo(Listing other) {
        int byCategory = category.compareTo(other.category);
        return byCategory != 0 ? byCategory : list.compareTo(other.list);
    }
}
