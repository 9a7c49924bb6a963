// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Contact;

/// Whom to call about a case now.
///
/// @param instead whom to call while the contact does not answer; absent while it does
public record Call(Contact contact, @Nullable Contact instead) {}
