using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Projects;

public sealed partial class ProjectListTests(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task List_WhenFilteredAndSorted_ShowsTheRowsOfItsAddress()
    {
        var staff = await office.BrowserAsync(Role.Staff);
        await office.RegisterAsync("FLT-A", d => d with { NameEn = "Zebra water" });
        await office.RegisterAsync("FLT-B", d => d with { NameEn = "Alpha water", RegionCode = "18.71", Partners = [(office.Partner.Id, PartnerRole.Funding)] });
        await office.RegisterAsync("FLT-C", d => d with { NameEn = "Beta water" }, history: [new("identification", new(2026, 1, 1)), new("preparation", new(2026, 2, 1))]);

        Assert.Equal(["FLT-A", "FLT-B", "FLT-C"], Codes(await staff.GetAsync("/projects?q=water+flt")));
        Assert.Equal(["FLT-B", "FLT-C", "FLT-A"], Codes(await staff.GetAsync("/projects?q=flt&sort=name")));
        Assert.Equal(["FLT-A", "FLT-B", "FLT-C"], Codes(await staff.GetAsync("/projects?q=flt&sort=stage,-name,code")));
        Assert.Equal(["FLT-C"], Codes(await staff.GetAsync("/projects?q=flt&state=preparation")));
        Assert.Equal(["FLT-B"], Codes(await staff.GetAsync("/projects?q=flt&region=18")));
        Assert.Equal(["FLT-B"], Codes(await staff.GetAsync($"/projects?q=flt&partner={office.Partner.Id}")));
        Assert.Empty(Codes(await staff.GetAsync("/projects?q=flt&template=kfw")));
    }

    [Fact]
    public async Task List_WhenThereAreMoreThanAPage_IsCutIntoPages()
    {
        for (var i = 1; i <= 27; i++)
            await office.RegisterAsync($"PAG-{i:00}");
        var staff = await office.BrowserAsync(Role.Staff);

        var last = await staff.GetAsync("/projects?q=pag-&size=25&page=2");

        Assert.Equal(["PAG-26", "PAG-27"], Codes(last));
        Assert.Contains("26–27 of 27", last.Text, StringComparison.Ordinal);
        Assert.Contains("27 projects", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenAFormSentBlankInputs_GoesToTheShortAddress()
    {
        var staff = await office.BrowserAsync(Role.Staff);

        var answer = await staff.GetAsync("/projects?q=water&state=&template=&region=&owner=");

        Assert.Equal("/projects?q=water", answer.Location);
    }

    [Fact]
    public async Task List_WhenNarrowed_HasAChipForEachFilterThatTakesItAway()
    {
        var staff = await office.BrowserAsync(Role.Staff);

        var answer = await staff.GetAsync("/projects?q=zzz&state=appraisal&region=15.71&overdue=true");

        Assert.Contains("""href="/projects?state=appraisal&region=15.71&overdue=true" aria-label="Take away: “zzz”""", answer.Text, StringComparison.Ordinal);
        Assert.Contains("""href="/projects?q=zzz&region=15.71&overdue=true" aria-label="Take away: Stage: Appraisal""", answer.Text, StringComparison.Ordinal);
        Assert.Contains("No project matches", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No project yet", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreFilters_OnlyWhenAskedForOrUsed_StandInThePage()
    {
        await office.RegisterAsync("MOR-1");
        var staff = await office.BrowserAsync(Role.Staff);
        var chosen = $"<option value=\"{office.Partner.Id}\" selected>";

        Assert.DoesNotContain("id=\"f-partner\"", (await staff.GetAsync("/projects")).Text, StringComparison.Ordinal);
        Assert.Contains("id=\"f-partner\"", (await staff.GetAsync("/projects?more=true")).Text, StringComparison.Ordinal);
        Assert.Contains("id=\"f-region\"", (await staff.GetAsync("/projects?handler=More")).Text, StringComparison.Ordinal);
        Assert.Contains(chosen, (await staff.GetAsync($"/projects?partner={office.Partner.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhenThereIsNothingAtAll_TeachesAndOffersTheFirstActionByRight()
    {
        var other = new Office();
        await other.InitializeAsync();
        try
        {
            var staff = await (await other.BrowserAsync(Role.Staff)).GetAsync("/projects");
            var auditor = await (await other.BrowserAsync(Role.Auditor)).GetAsync("/projects");

            Assert.Contains("No project yet", staff.Text, StringComparison.Ordinal);
            Assert.Contains("/projects/new", staff.Text, StringComparison.Ordinal);
            Assert.Contains("No project yet", auditor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("/projects/new", auditor.Text, StringComparison.Ordinal);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task Export_OfAFilteredList_AsksForTheVeryRows()
    {
        await office.RegisterAsync("EXP-1");
        var staff = await office.BrowserAsync(Role.Staff);

        var answer = await staff.SubmitAsync("/projects?q=exp-&sort=-name&page=1", "/projects?q=exp-&sort=-name&handler=Export");

        Assert.Equal("/reports", answer.Location);
        var run = await office.ReadAsync(db => db.ReportRuns.OrderByDescending(r => r.RequestedAt).FirstAsync());
        Assert.Equal(ProjectListFilter.Parse("?q=exp-&sort=-name").ToQuery(), run.Query);
    }

    [Fact]
    public async Task Export_WithoutTheRight_IsRefused()
    {
        await office.RegisterAsync("EXP-2");
        var administrator = await office.BrowserAsync(Role.Administrator);

        Assert.DoesNotContain("handler=Export", (await administrator.GetAsync("/projects")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.SubmitAsync("/projects", "/projects?handler=Export")).Status);
    }

    [Fact]
    public async Task List_HoweverManyRows_AsksTheDatabaseAsOften()
    {
        await office.RegisterAsync("QRY-1");
        var staff = await office.BrowserAsync(Role.Staff);
        var few = await QueriesAsync(() => staff.GetAsync("/projects?q=qry-"));
        for (var i = 2; i <= 12; i++)
            await office.RegisterAsync($"QRY-{i}", d => d with { Partners = [(office.Partner.Id, PartnerRole.Funding)] });

        var many = await QueriesAsync(() => staff.GetAsync("/projects?q=qry-"));

        Assert.Equal(few, many);
        Assert.InRange(many, 2, 6);
    }

    private async Task<int> QueriesAsync(Func<Task<Answer>> act)
    {
        await act();
        office.Program.Queries.Reset();
        await act();
        return office.Program.Queries.Count;
    }

    private static List<string> Codes(Answer answer) => [.. RowCode().Matches(answer.Text).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex("""<th scope="row" class="project-code"><a href="/projects/(?<code>[^"]+)">""")]
    private static partial Regex RowCode();
}
