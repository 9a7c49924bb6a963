// SPDX-License-Identifier: Apache-2.0
/// The page of numbers, and what the home page says about them.
@NullMarked
package school.lanyard.contacts.web;

import org.jspecify.annotations.NullMarked;
