// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

/// Where the pages of a draft are.
public final class Addresses {

    public static final String HOME = "/policy/editing";
    static final String TABLES = HOME + "/tables/";
    static final String RESPONSES = HOME + "/responses/";
    static final String PLAYBOOKS = HOME + "/playbooks/";

    /// The entries of one sort in a file of a folder.
    static final String IN_FILE = HOME + "/{folder:tables|responses|playbooks}/{file}/{part}";

    public static final String FILES = HOME + "/files";
    public static final String ZIP = HOME + "/zip";

    private Addresses() {}

    public static String file(String path) {
        return FILES + "/" + path;
    }
}
