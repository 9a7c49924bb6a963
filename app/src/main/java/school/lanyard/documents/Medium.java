// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

/// What a paper is set for: a page of the site, a file that stands by itself, or sheets of A4.
public enum Medium {
    SITE,
    FILE,
    PRINT;

    Lettering lettering() {
        return this == PRINT ? Outlines.IT : Lettering.TEXT;
    }
}
