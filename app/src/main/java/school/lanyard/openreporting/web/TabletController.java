// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.openreporting.ClassTablet;
import school.lanyard.openreporting.ClassTablet.GrownUp;
import school.lanyard.openreporting.ClassTablets;
import school.lanyard.openreporting.Pace;
import school.lanyard.openreporting.Picture;
import school.lanyard.openreporting.Taps;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Visitor;
import school.lanyard.web.Visitors;

/// What a class tablet shows. There is one address before pressing and one after it, neither says
/// what was pressed, and both come back to the beginning by themselves.
@Controller
public class TabletController {

    static final String ADDRESS = "/tablet";

    private static final String COOKIE = "lanyard-tablet";
    private static final String TOLD = ADDRESS + "/told";
    private static final String START = "; url=" + ADDRESS;
    private static final int PICTURES_STAY = 180;
    private static final int TOLD_STAYS = 30;

    private final ClassTablets tablets;
    private final Taps taps;
    private final Pace pace;

    TabletController(ClassTablets tablets, Taps taps, Pace pace) {
        this.tablets = tablets;
        this.taps = taps;
        this.pace = pace;
    }

    /// The pictures. A grown-up is named by their place in the list, which says nothing to others.
    public record PicturesPage(String className, List<Picture> pictures, List<Named> grownUps) {}

    public record Named(int place, String name, String face) {}

    /// A tablet that does not know its class yet.
    public record CodePage(Form form) {}

    /// That a grown-up knows, or that it was a mistake.
    public record ToldPage(boolean mistake) {}

    @MayCall(Caller.ANYONE)
    @GetMapping(ADDRESS)
    ModelAndView pictures(HttpServletRequest request, HttpServletResponse response) {
        return tablet(request)
                .map(tablet -> {
                    response.setHeader("Refresh", PICTURES_STAY + START);
                    return Pages.of("openreporting/pictures", page(tablet));
                })
                .orElseGet(() -> Pages.of("openreporting/bind", new CodePage(Form.blank())));
    }

    private static PicturesPage page(ClassTablet tablet) {
        var grownUps = tablet.shown().grownUps();
        return new PicturesPage(
                tablet.shown().className(),
                List.of(Picture.values()),
                IntStream.range(0, grownUps.size())
                        .mapToObj(at ->
                                new Named(
                                        at, grownUps.get(at).name(), grownUps.get(at).face().key()))
                        .toList());
    }

    @MayCall(Caller.ANYONE)
    @PostMapping(ADDRESS)
    ModelAndView press(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String picture,
            @RequestParam(defaultValue = "") String to) {
        var tablet = tablet(request);
        if (tablet.isEmpty()) {
            return unbound("Type the code again");
        }
        var pressed = Picture.of(picture);
        if (pressed.isEmpty()) {
            return Pages.to(ADDRESS);
        }
        taps.press(tablet.get(), pressed.get(), grownUp(tablet.get(), to));
        return Pages.to(TOLD);
    }

    private static @Nullable GrownUp grownUp(ClassTablet tablet, String to) {
        var all = tablet.shown().grownUps();
        return IntStream.range(0, all.size())
                .filter(at -> to.equals(String.valueOf(at)))
                .mapToObj(all::get)
                .findFirst()
                .orElse(null);
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(TOLD)
    ModelAndView told(HttpServletRequest request, HttpServletResponse response) {
        return tablet(request).isPresent() ? said(response, false) : Pages.to(ADDRESS);
    }

    @MayCall(Caller.ANYONE)
    @PostMapping(ADDRESS + "/mistake")
    ModelAndView mistake(HttpServletRequest request, HttpServletResponse response) {
        var tablet = tablet(request);
        if (tablet.isEmpty()) {
            return unbound("Type the code again");
        }
        taps.takeBack(tablet.get());
        return said(response, true);
    }

    private static ModelAndView said(HttpServletResponse response, boolean mistake) {
        response.setHeader("Refresh", TOLD_STAYS + START);
        return Pages.of("openreporting/told", new ToldPage(mistake));
    }

    /// The code itself is the proof of who may bind a device.
    @MayCall(Caller.ANYONE)
    @PostMapping(ADDRESS + "/code")
    ModelAndView bind(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        unseen(request);
        if (!pace.keep(request.getRemoteAddr())) {
            return unbound("Wait a minute, then type the code again");
        }
        var binding = tablets.bind(code);
        if (binding.isEmpty()) {
            return unbound("No tablet waits for this code. A code works once, for half an hour");
        }
        var cookie =
                ResponseCookie.from(COOKIE, binding.get())
                        .path(ADDRESS)
                        .maxAge(ClassTablets.BINDING_LASTS)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return Pages.to(ADDRESS);
    }

    private static ModelAndView unbound(String why) {
        return Pages.of(
                "openreporting/bind",
                new CodePage(Form.blank().reject("code", why)),
                HttpStatus.CONFLICT);
    }

    private Optional<ClassTablet> tablet(HttpServletRequest request) {
        unseen(request);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(binding -> tablets.find(binding).stream())
                .findFirst();
    }

    private static void unseen(HttpServletRequest request) {
        request.setAttribute(Visitors.CHOSEN, Visitor.nobody());
    }
}
