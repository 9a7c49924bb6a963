// SPDX-License-Identifier: Apache-2.0
/// Sets a pack out as the document that a school publishes: parts, headings, clauses and tables, in
/// the words to be printed. Pure: the same pack is always the same document.
@NullMarked
package school.lanyard.core.document;

import org.jspecify.annotations.NullMarked;
