// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.List;
import java.util.stream.IntStream;

/// Where we are in a long list.
///
/// @param page counted from one
/// @param address the list's own address, to which `page=N` is added
public record Paging(int page, int pages, String address) {

    public Paging {
        if (page < 1 || pages < 1 || page > pages) {
            throw new IllegalArgumentException("page " + page + " of " + pages);
        }
    }

    public static Paging of(int page, long items, int perPage, String address) {
        var pages = (int) Math.max(1, Math.ceilDiv(items, perPage));
        return new Paging(Math.clamp(page, 1, pages), pages, address);
    }

    /// The page that an address asks for; the first where it asks for none that could be.
    public static int asked(String page) {
        return page.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(page) : 1;
    }

    /// This page's part of a whole list.
    public <T> List<T> of(List<T> all, int perPage) {
        var from = Math.min(all.size(), (page - 1) * perPage);
        return all.subList(from, Math.min(all.size(), from + perPage));
    }

    public boolean needed() {
        return pages > 1;
    }

    public String to(int other) {
        return address + (address.contains("?") ? "&" : "?") + "page=" + other;
    }

    /// The first, the last and those around this one; zero stands for a gap.
    public List<Integer> shown() {
        return IntStream.rangeClosed(1, pages)
                .filter(n -> near(n) || near(n - 1))
                .mapToObj(n -> near(n) ? n : 0)
                .toList();
    }

    private boolean near(int n) {
        return n == 1 || n == pages || Math.abs(n - page) <= 1;
    }
}
