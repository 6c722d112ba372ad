using ProjectCycle.Features.Mail;
using ProjectCycle.Testing;

namespace ProjectCycle.Features.Tests.Mail;

public sealed class MailComposerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("projectcycle-mails-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_WhenGivenTheProductsTemplates_FindsNoFault() =>
        Assert.Empty(MailComposer.Load(Repository.PathOf("templates", "mail")).Faults);

    [Fact]
    public void Load_WhenAFileIsMissing_NamesIt()
    {
        CopyTemplates();
        File.Delete(Path.Combine(_folder, "welcome.id.html"));

        Assert.Equal("welcome.id.html: the file is missing", Assert.Single(MailComposer.Load(_folder).Faults));
    }

    [Theory]
    [InlineData("Dear {{nobody}}")]
    [InlineData("{{#if isSingle}}never closed")]
    [InlineData("   ")]
    public void Load_WhenATemplateIsFaulty_NamesTheFile(string text)
    {
        CopyTemplates();
        File.WriteAllText(Path.Combine(_folder, "reminder-digest.en.txt"), text);

        Assert.StartsWith("reminder-digest.en.txt: ", Assert.Single(MailComposer.Load(_folder).Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "[KFW-01] Report <b> & \"co\": due 10 March 2026")]
    [InlineData("id", "[KFW-01] Report <b> & \"co\": jatuh tempo 10 March 2026")]
    public void Compose_WhenPeopleTypedMarkup_EscapesItInTheHtmlAlone(string language, string subject)
    {
        var words = MailSamples.Composer.Compose(Digest(Item("Report <b> & \"co\"")), language);

        Assert.Equal(subject, words.Subject);
        Assert.Contains("Report <b> & \"co\"", words.Text, StringComparison.Ordinal);
        Assert.Contains("Report &lt;b&gt; &amp; &quot;co&quot;", words.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", words.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_WhenDaysDiffer_WordsEachInItsOwnWay()
    {
        var digest = Digest(Item("A", overdue: true, days: 1), Item("B", overdue: true, days: 30), Item("C"), Item("D", days: 1), Item("E", days: 7));

        var english = MailSamples.Composer.Compose(digest, "en").Text;
        var indonesian = MailSamples.Composer.Compose(digest, "id").Text;

        Assert.Equal(["overdue by 1 day", "overdue by 30 days", "today", "in 1 day", "in 7 days"], InBrackets(english));
        Assert.Equal(["terlambat 1 hari", "terlambat 30 hari", "hari ini", "1 hari lagi", "7 hari lagi"], InBrackets(indonesian));
    }

    [Fact]
    public void Compose_WhenALanguageIsUnknown_SpeaksIndonesian() =>
        Assert.Equal("Atur ulang kata sandi ProjectCycle", MailSamples.Composer.Compose(new PasswordReset("Siti", "https://x.test/r", 2), "fr").Subject);

    [Fact]
    public void Compose_WhenMoreThanAreListed_SaysHowMany()
    {
        var words = MailSamples.Composer.Compose(Digest(Item("A")) with { Count = 1201 }, "en");

        Assert.Equal("1201 deadlines need your attention, earliest 10 March 2026", words.Subject);
        Assert.Contains("And 1200 more", words.Text, StringComparison.Ordinal);
        Assert.Contains("And 1200 more", words.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "3 March 2026")]
    [InlineData("id", "3 Maret 2026")]
    public void Date_InEachLanguage_IsWrittenOut(string language, string text) =>
        Assert.Equal(text, MailComposer.Date(new DateOnly(2026, 3, 3), language));

    private static ReminderDigest Digest(params DigestItem[] items) => new("Siti", "3 March 2026", IsUrgent: false, items, items.Length, "https://x.test/all");

    private static DigestItem Item(string title, bool overdue = false, int days = 0) =>
        new("KFW-01", "Sanitation", "Preparation", title, "10 March 2026", overdue, days, "", "https://x.test/p");

    private static IEnumerable<string> InBrackets(string text) =>
        text.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[(line.IndexOf('(', StringComparison.Ordinal) + 1)..line.IndexOf(')', StringComparison.Ordinal)]);

    private void CopyTemplates()
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("templates", "mail")))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }
}
