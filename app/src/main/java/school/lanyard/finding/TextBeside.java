// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding;

import java.util.List;

/// Text of a case that is kept beside its entries, such as a file that came with a child. It is
/// open to whoever may read the case, and to nobody else.
public interface TextBeside {

    /// The ledger's word for such text being added to a case.
    String action();

    /// What it says; nothing where it was disposed of. It is called by the software itself, which
    /// shows nothing of it before the door is asked and the read is entered.
    List<String> of(String school, String caseId);
}
