// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.assurance;

import java.time.Instant;

/// One thing that shows whether a promise is kept.
///
/// @param at since when it is so, or when it was done or looked at
/// @param good whether it shows that the promise is kept, or that it is not
/// @param what in words, of nobody in particular
/// @param by a post, or the program; never somebody's name
public record Evidence(Basis basis, Instant at, boolean good, Lasts lasts, String what, String by) {

    /// What the program itself sees to be so on the day that is asked about.
    public static Evidence seen(Instant since, boolean good, String what) {
        return new Evidence(Basis.MEASURED, since, good, new Lasts.OnTheDay(), what, PROGRAM);
    }

    /// Whoever reads that the program did it should know its name.
    public static final String PROGRAM = "Lanyard";
}
