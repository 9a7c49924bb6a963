// SPDX-License-Identifier: Apache-2.0
/// Shows every component in every state. It is outside `school.lanyard` so that the server never
/// finds it, and in the tests so that it is never shipped.
@NullMarked
package gallery;

import org.jspecify.annotations.NullMarked;
