// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.demo;

import java.util.List;

/// What invented people search for: planted things, as children write them, and harmless ones that
/// are close to them.
final class Searches {

    static final List<String> PLANTED =
            List.of(
                    "how to kill myself",
                    "how to kil myself",
                    "k i l l m y s e l f",
                    "killmyself",
                    "how 2 commit sucide kill yourself how to kill yourself",
                    "want to end my life",
                    "p4inless suicide",
                    "painless su.ic.ide",
                    "i feel suicidal",
                    "hide self harm scars",
                    "thinspo",
                    "i am being bullied at school",
                    "someone has my nudes",
                    "he asked me for nudes asked me for nudes",
                    "secret chat app for kids",
                    "how to join isis",
                    "how to make a b0mb",
                    "great replacement explained",
                    "bring a knife to school",
                    "zombie knife uk",
                    "PORNHUB",
                    "p0rn",
                    "buy weed online uk",
                    "how to get high",
                    "online casino no id",
                    "bypass school filter",
                    "vpn for school chromebook",
                    "unblocked games 76");

    static final List<String> HARMLESS =
            List.of(
                    "how to kill weeds in a lawn",
                    "to kill a mockingbird essay",
                    "suicide squad cast",
                    "bullring birmingham shops",
                    "scunthorpe united fixtures",
                    "sussex university open day",
                    "essex history timeline",
                    "great fire of london facts",
                    "world war 2 bombing of coventry",
                    "hitler youth history ks3",
                    "volcano explosion experiment",
                    "grooming a dog",
                    "self portrait ideas",
                    "drug names in chemistry nomenclature",
                    "cocktail sausages recipe",
                    "minecraft how to kill the ender dragon",
                    "romeo and juliet suicide quotes",
                    "therapist near me",
                    "analysis of macbeth murder scene",
                    "middlesex county cricket",
                    "bake off recipe",
                    "times tables game",
                    "phonics phase 3",
                    "roman roads map",
                    "knife crime awareness assembly",
                    "gamble street map",
                    "vpn meaning",
                    "proxy server definition computing gcse",
                    "speed cutting paper snowflakes",
                    "high jump technique",
                    "bbc bitesize fractions");

    private Searches() {}
}
