package io.dovetail.sso.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.identity.PublicUrl;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is sent to another origin after a sign-in (security.md G1); each trick stands beside its honest twin. */
class ReturnPathTest {
    private final ReturnPath returnPath = new ReturnPath(new PublicUrl(URI.create("https://app.example:8443")));

    @ParameterizedTest(name = "{0}, not {1}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "/reports,//evil.example",
                "/,///evil.example",
                "/evil.example,//evil.example/..",
                "/reports,/\\evil.example",
                "/reports,\\\\evil.example",
                "/reports,\\/evil.example",
                "/reports,/\\/evil.example",
                "/a/b,/a\\b",
                "/reports,/\t/evil.example",
                "/reports,/\u0000/evil.example",
                "/reports,\u0001//evil.example",
                "/reports, /reports",
                "/reports,/reports ",
                "/a%2Fb,/%2fevil.example",
                "/a%2F%2Fb,/%2F%2Fevil.example",
                "/%2Da,/%5cevil.example",
                "/a%20b,/%09/evil.example",
                "/a%20b,/a%0d%0aSet-Cookie:x=y",
                "/a%C3%A4,/a%00b",
                "/%252Da,/%252fevil.example",
                "/%252Da,/%255cevil.example",
                "/%25252Da,/%25252fevil.example",
                "/a%2525,/%25%32%66evil.example",
                "/a.b/c..d,/../evil",
                "/.well-known/x,/.//evil.example",
                "/a/..b,/a/..//evil.example",
                "/a/b..,/a/%2e%2e//evil.example",
                "/a/%2eb,/%2e/%2fevil.example",
                "/a?next=../b,/a/..?next=b",
                "/a?next=//b,//a?next=b",
                "/a?next=https://evil.example,https://evil.example?next=/a",
                "/a?b=100%25,/a?b=100%",
                "/a?b=c%26d,/a?b=%5c",
                "/@evil.example,@evil.example",
                "/:443,:443",
                "/reports,reports",
                "/reports,?reports",
                "/reports,javascript:alert(1)",
                "/javascript:alert(1),JavaScript:alert(1)//",
                "/reports,data:text/html",
                "/reports,https:/reports",
                "/reports,https:reports",
                "/reports,http://app.example:8443/reports",
                "/reports,https://app.example/reports",
                "/reports,https://app.example:8443@evil.example/",
                "/reports,https://app.example:8443.evil.example/",
                "/reports,https://app.example:84430/",
                "/reports,https://somebody@app.example:8443/",
                "/reports,https://app.example:8443\\evil.example",
                "/reports,https://app.example:8443//evil.example",
                "/reports,https://app.example:8443/\\evil.example",
                "/reports,https://app.example:8443/%2fevil.example",
                "/reports,/größe",
                "/reports,/\u2044evil.example",
                "/reports,/<script>",
                "/reports,/\"onload",
                "/reports,/a%zz",
                "/reports,/a#//evil.example",
                "/reports,"
            })
    void takesThePathAndRefusesTheTrick(String honest, String trick) {
        assertEquals(Optional.empty(), returnPath.of(trick));

        assertEquals(Optional.of(honest), returnPath.of(honest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/reports", "/reports?page=2&sort=a+b", "/a%20b"})
    void takesAnAbsoluteAddressOfThisOriginForItsPath(String path) {
        assertEquals(Optional.of(path), returnPath.of("https://app.example:8443" + path));
    }

    @Test
    void hasNoPathWhereNothingOrTooMuchIsGiven() {
        assertEquals(Optional.empty(), returnPath.of(null));
        assertEquals(Optional.empty(), returnPath.of("/" + "a".repeat(1_000)));
        assertEquals(Optional.of("/" + "a".repeat(999)), returnPath.of("/" + "a".repeat(999)));
        assertEquals(Optional.empty(), returnPath.of("/" + "%25".repeat(330) + "0a"));
    }

    @Test
    void givesARelayStateEightyBytes() {
        var longest = "/" + "a".repeat(79);

        assertEquals(Optional.of(longest), returnPath.ofRelayState(longest));
        assertEquals(Optional.empty(), returnPath.ofRelayState(longest + "a"));
        assertEquals(Optional.of(longest + "a"), returnPath.of(longest + "a"));
    }
}
