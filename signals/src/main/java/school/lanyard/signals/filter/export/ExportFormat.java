// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.export;

/// The formats that other filters read.
public enum ExportFormat {
    /// Answers that the name does not exist, for it and all below it.
    DNSMASQ("") {
        @Override
        String name(String name) {
            return "local=/" + name + "/\n";
        }
    },
    /// A response policy zone, for Unbound, BIND, Knot and PowerDNS.
    RPZ(
            """
            $TTL 3600
            @ SOA localhost. root.localhost. 1 3600 600 86400 3600
            @ NS localhost.
            """) {
        @Override
        String name(String name) {
            return name + " CNAME .\n*." + name + " CNAME .\n";
        }
    },
    /// e2guardian's list of sites; IP addresses are welcome in it.
    E2GUARDIAN_SITES("") {
        @Override
        String name(String name) {
            return name + "\n";
        }

        @Override
        String address(String address) {
            return address + "\n";
        }
    },
    /// e2guardian's list of addresses with a path.
    E2GUARDIAN_URLS("") {
        @Override
        String name(String name) {
            return "";
        }

        @Override
        String path(String rule) {
            return rule + "\n";
        }
    };

    private final String head;

    ExportFormat(String head) {
        this.head = head;
    }

    String head() {
        return head;
    }

    abstract String name(String name);

    String address(String address) {
        return "";
    }

    String path(String rule) {
        return "";
    }

    /// The lines for a rule; empty where the format cannot say it.
    final String line(String rule) {
        if (rule.indexOf('/') >= 0) {
            return path(rule);
        }
        char last = rule.charAt(rule.length() - 1);
        boolean isAddress = last == ']' || (last >= '0' && last <= '9');
        return isAddress ? address(rule) : name(rule);
    }
}
