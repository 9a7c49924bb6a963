// SPDX-License-Identifier: Apache-2.0
/// The pages on which a policy answers: for those who sign in, and for everybody else.
@NullMarked
package school.lanyard.policy.web;

import org.jspecify.annotations.NullMarked;
