namespace ProjectCycle.Web.Security;

/// <summary>A hundred passwords that head every published list of leaked ones, with those common in Indonesia.</summary>
internal static class CommonPasswords
{
    private const string List = """
        123456 123456789 12345678 12345 1234567 1234567890 1234 123123 1234512345 111111 000000 222222 555555 654321 666666 777777
        888888 999999 112233 121212 123321 131313 159753 987654321 696969 password passw0rd p4ssword password1 password123 pass qwerty
        qwerty123 qwertyuiop qwert asdfgh asdfghjkl zxcvbn zxcvbnm 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx qazwsx abc123 abcdef abcd1234
        aa123456 a123456 123qwe admin admin123 administrator root user guest login welcome letmein master changeme default secret
        test test123 iloveyou sunshine princess dragon monkey football baseball superman batman shadow michael jordan charlie
        freedom whatever trustno1 starwars computer internet samsung google hello summer winter spring autumn january
        indonesia jakarta bandung surabaya sayang sayangku rahasia bismillah alhamdulillah merdeka pancasila garuda
        katasandi sandi doraemon anjing cinta bunga kucing semangat
        """;

    /// <summary>Longest first, so that taking them out of a text leaves as little as possible.</summary>
    public static IReadOnlyList<string> LongestFirst { get; } =
        [.. List.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().OrderByDescending(word => word.Length)];
}
