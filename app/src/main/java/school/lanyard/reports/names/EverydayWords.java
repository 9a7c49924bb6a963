// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.names;

import java.util.Set;

/// Words of everyday English that are first names or surnames as well.
public final class EverydayWords {

    private EverydayWords() {}

    public static final Set<String> ENGLISH =
            Set.of(
                    """
                    ace amber angel april archer art ash august aurora autumn baker ball banks barber bay bear
                    bell berry best bill bird bishop black blessing bliss bloom blue bond booth bridge bright
                    brook brooks brown bush butcher butler carpenter carter castle cedar chance chase church
                    clay clement cliff cloud cole constant cook cooper coral crystal dale daisy dawn day dean
                    destiny drew duke earl east eden elder ember emerald eve fair faith farmer favour fern field
                    fields finch fisher fleet flora flower ford forest foster fountain fox frank freedom
                    frost gale gardener gene gift glen glover golden goodness grace grant gray green grey
                    hale hall hand harbour harper harmony harvest hawk haven hazel heath heaven heather high hill
                    holiday holly holmes honey honour hope hour house hunt hunter iris ivory ivy jack jade jasmine
                    jay jewel jet joy judge june justice king kind kit knight lake lance lane
                    laurel lee light lily little london long love luck major marina marine mark marsh mason may
                    meadow mercy merit miles mill miller mills miracle moon moore moss myrtle nelson noble noon
                    north nova oak ocean olive opal page paige paris park parks parsley pat patience peace pearl pepper
                    piper poole poppy porter potter pound power price pride prince precious princess promise
                    prosper purple queen rain rainbow ray red reed reef rich ridge rise river rivers robin
                    rock roman rose rosemary rowan royal ruby rusty sage sailor sandy savannah sharp shaw
                    shepherd short sierra silver sky small smart smith snow soldier sonny south sparrow
                    spring star steel sterling stone storm strong summer summers sun sunny swan sweet tailor
                    temple thorn thyme tiger trinity true tulip turner unity vale valentine victor victory
                    violet wade walker wall ward waters way weaver webb well wells west wheeler white
                    wild will willow winter winters wise wolf wood woods wren young zion
                    """
                            .strip()
                            .split("\\s+"));
}
