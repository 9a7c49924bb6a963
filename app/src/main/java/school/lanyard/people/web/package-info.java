// SPDX-License-Identifier: Apache-2.0
/// The pages of people, posts and accounts, and signing in.
@NullMarked
package school.lanyard.people.web;

import org.jspecify.annotations.NullMarked;
