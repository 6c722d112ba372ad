using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Web.Tests.Projects;

public sealed class MatchmakingPageTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task Search_FromTheFirstCandidateToTheChoice_IsWalkedOnItsPages()
    {
        await office.RegisterAsync("MAT-1");
        var page = "/projects/MAT-1/work/matchmaking";
        var staff = await office.BrowserAsync(Role.Staff);
        var empty = await staff.GetAsync(page);

        var added = await staff.SubmitAsync($"{page}/new", ("Input.Name", "Seoul"), ("Input.Kind", "RegionalGovernment"), ("Input.CountryCode", "KR"), ("Input.PartnerId", $"{office.Partner.Id}"));
        var id = await office.ReadAsync(db => db.PartnerCandidates.Where(c => c.Name == "Seoul" && db.Projects.Any(p => p.Id == c.ProjectId && p.Code == "MAT-1")).Select(c => c.Id).SingleAsync());
        var sheet = await staff.GetAsync($"{page}/{id}/scores");
        var early = await staff.SubmitAsync($"{page}/{id}/choose", ("Input.Reason", "Kept reason"));
        var scored = await staff.SubmitAsync($"{page}/{id}/scores", [("Version", "0"), .. Scores("Fits well")]);
        var table = await staff.GetAsync(page);
        var chosen = await staff.SubmitAsync($"{page}/{id}/choose", ("Version", "1"), ("Input.Reason", "The best of all"));
        var after = await staff.GetAsync(page);
        var overview = await staff.GetAsync("/projects/MAT-1/work");
        var choice = await office.ReadAsync(db => db.PartnerChoices.SingleAsync(c => c.CandidateId == id));
        var withdrawn = await staff.SubmitAsync(page, $"{page}?handler=Withdraw", ("choice", $"{choice.Id}"), ("version", "0"));
        var open = await staff.GetAsync(page);
        var history = await (await office.BrowserAsync(Role.Auditor)).GetAsync("/projects/MAT-1/history");

        Assert.Contains("No candidates yet", empty.Text, StringComparison.Ordinal);
        Assert.Equal(page, added.Location);
        Assert.Contains("Not scored", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("Not scored yet: Diplomatic relations, Regional affair", early.Text, StringComparison.Ordinal);
        Assert.Contains("Kept reason</textarea>", early.Text, StringComparison.Ordinal);
        Assert.Equal(page, scored.Location);
        Assert.Contains("80%", table.Text, StringComparison.Ordinal);
        Assert.Contains("10 of 10 scored", table.Text, StringComparison.Ordinal);
        Assert.Contains("May be chosen", table.Text, StringComparison.Ordinal);
        Assert.Equal(page, chosen.Location);
        Assert.Contains("Chosen: Seoul", after.Text, StringComparison.Ordinal);
        Assert.Contains("The best of all", after.Text, StringComparison.Ordinal);
        Assert.Contains("not the lead partner of this project yet", after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{id}/scores", after.Text, StringComparison.Ordinal);
        Assert.Contains("Complete", overview.Text, StringComparison.Ordinal);
        Assert.Equal(page, withdrawn.Location);
        Assert.DoesNotContain("Chosen: Seoul", open.Text, StringComparison.Ordinal);
        Assert.Contains("Diplomatic relations (Seoul)", history.Text, StringComparison.Ordinal);
        Assert.Contains("Choice of a candidate", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scores_WhenAReasonIsMissing_KeepWhatWasTypedAndSayWhere()
    {
        await office.RegisterAsync("MAT-2");
        var staff = await office.BrowserAsync(Role.Staff);
        await staff.SubmitAsync("/projects/MAT-2/work/matchmaking/new", ("Input.Name", "Kawasaki"));
        var id = await office.ReadAsync(db => db.PartnerCandidates.Where(c => c.Name == "Kawasaki").Select(c => c.Id).SingleAsync());
        var path = $"/projects/MAT-2/work/matchmaking/{id}/scores";

        var blank = await staff.SubmitAsync(path, [("Version", "0"), .. Scores("")]);
        var lost = await staff.SubmitAsync(path, [("Version", "7"), .. Scores("Kept reason")]);

        Assert.Contains("Please fill this in.", blank.Text, StringComparison.Ordinal);
        Assert.Contains("""<option selected="selected" value="passed">""", blank.Text, StringComparison.Ordinal);
        Assert.Contains("saved a change on", lost.Text, StringComparison.Ordinal);
        Assert.Contains("Kept reason</textarea>", lost.Text, StringComparison.Ordinal);
        Assert.Equal(0, await office.ReadAsync(db => db.CandidateScores.CountAsync(s => s.CandidateId == id)));
    }

    [Fact]
    public async Task Weights_WhenSavedTwice_AreShownAndTakeTheRowThatIsThere()
    {
        await office.RegisterAsync("MAT-3");
        var staff = await office.BrowserAsync(Role.Staff);
        const string Path = "/projects/MAT-3/work/matchmaking/weights";

        var first = await staff.SubmitAsync(Path, ("Weights[C1]", "9"), ("Weights[C2]", "0"));
        var late = await staff.SubmitAsync(Path, ("Weights[C1]", "7"));
        var bad = await staff.SubmitAsync(Path, ("Weights[C1]", "x"));
        var form = await staff.GetAsync(Path);

        Assert.Equal(HttpStatusCode.Redirect, first.Status);
        Assert.Contains("filled this in on", late.Text, StringComparison.Ordinal);
        Assert.Contains("""<option value="7" selected>""", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, bad.Status);
        Assert.Contains("""<option value="9" selected>""", form.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Not complete yet. Still missing: Scope", "Fields of cooperation", "Below target")]
    [InlineData("id", "Belum lengkap. Masih kurang: Ruang lingkup", "Bidang kerja sama", "Di bawah target")]
    public async Task Plan_WhenFilledInPart_ShowsItsFieldsAndWhatItLacks(string language, string lacks, string fields, string outcome)
    {
        var code = await office.RegisterAsync($"PLN-{language}");
        var staff = await office.BrowserAsync(Role.Staff, language);
        var page = $"/projects/{code}/work/cooperation-plan";

        var plan = await staff.SubmitAsync($"{page}/new", ("Input.Aim", "Our aim"));
        var bad = await staff.SubmitAsync($"{page}/fields/new", ("Input.Name", "Marine"), ("Input.OurAmount", "abc"), ("Input.OurCurrency", "IDR"), ("Input.PartnerAmount", "5"), ("Input.PartnerCurrency", "ABC"));
        var field = await staff.SubmitAsync($"{page}/fields/new", ("Input.Name", "Marine"), ("Input.PartnerAmount", "1500"), ("Input.PartnerCurrency", "cny"), ("Input.Outcome", "BelowTarget"));
        var shown = await staff.GetAsync(page);

        Assert.Equal((page, page), (plan.Location, field.Location));
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(bad.Text, "class=\"field-error\""));
        Assert.Contains("value=\"abc\"", bad.Text, StringComparison.Ordinal);
        foreach (var text in new[] { lacks, fields, outcome, "Our aim", "CNY\u00a01" })
            Assert.Contains(text, WebUtility.HtmlDecode(shown.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_WhenSignedWithoutADate_KeepsWhatWasTypedAndIsCompleteOnceItHasOne()
    {
        await office.RegisterAsync("LOI-1");
        var staff = await office.BrowserAsync(Role.Staff);
        const string Page = "/projects/LOI-1/work/letter-of-intent";
        (string, string)[] letter =
        [
            ("Input.OurParty", "Kota Jambi"), ("Input.PartnerParty", "Seoul"), ("Input.Intent", "Working together"), ("Input.CandidateFields", "Waste"),
            ("Input.OurSignatory", "Mayor of Jambi"), ("Input.PartnerSignatory", "Mayor of Seoul"), ("Input.State", "SignedByBoth"),
        ];

        var refused = await staff.SubmitAsync($"{Page}/new", letter);
        var saved = await staff.SubmitAsync($"{Page}/new", [.. letter, ("Input.SignedOn", "2026-03-02")]);
        var shown = await staff.GetAsync(Page);
        var reader = await (await office.BrowserAsync(Role.Reviewer)).GetAsync(Page);

        Assert.Contains("Please fill this in.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Working together</textarea>", refused.Text, StringComparison.Ordinal);
        Assert.Equal(Page, saved.Location);
        Assert.Contains("Complete", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Mayor of Seoul", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Change the letter", reader.Text, StringComparison.Ordinal);
    }

    private static (string, string)[] Scores(string reason) =>
        [.. ReferenceData.Criteria.SelectMany((criterion, i) => new[]
        {
            ($"Input.Scores[{i}].Code", criterion.Code), ($"Input.Scores[{i}].Points", criterion.IsGate ? "passed" : "4"), ($"Input.Scores[{i}].Reason", reason),
        })];
}
