using System.Net;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Projects;

/// <summary>Who reaches which project, and what it costs the database.</summary>
public sealed class ProjectReachTests(Office office) : IClassFixture<Office>
{
    private const string Unknown = "8a4f1d57-1111-4222-8333-444455556666";

    public static TheoryData<string> Tabs => ["", "/edit", "/cycle", "/documents", "/deadlines", "/deadlines.ics", "/obstacles", "/history", "/template", "/work",
        "/work/need-map", "/work/need-map/new", "/work/need-map/import", "/work/need-map/file", "/work/alignment", "/work/alignment/new", "/work/requirements", "/work/concept-note", "/work/concept-note/new",
        "/work/matchmaking", "/work/matchmaking/new", "/work/matchmaking/weights", "/work/letter-of-intent", "/work/letter-of-intent/new", "/work/cooperation-plan", "/work/cooperation-plan/new", "/work/cooperation-plan/fields/new",
        "/work/studies", "/work/studies/technical", "/work/studies/technical/new", "/work/readiness", "/work/readiness/land", "/people", "/people/new",
        "/work/components", "/work/components/new", "/work/components/activities/new", "/work/project-unit", "/work/project-unit/new",
        "/work/risks", "/work/risks/new", "/work/problem-solving", "/work/problem-solving/new", "/work/legal-drafts", "/work/legal-drafts/new",
        "/work/appraisal.docx",
        "/money/contracts", "/money/contracts/new", "/money/contracts/8a4f1d57-1111-4222-8333-444455556666/sheet", "/money/contracts/8a4f1d57-1111-4222-8333-444455556666/variations/new",
        "/money/contracts/8a4f1d57-1111-4222-8333-444455556666/guarantees/new", "/money/invoices", "/money/invoices/new",
        "/work/positions", "/work/positions/new",
        "/work/rounds", "/work/rounds/new", "/work/actions", "/work/actions/new", "/work/signing", "/work/signing/signatory/new", "/work/signing/condition/new",
        "/money", "/money/agreements", "/money/agreements/new", "/money/agreements/00000000-0000-0000-0000-000000000001", "/money/agreements/00000000-0000-0000-0000-000000000001/edit",
        "/money/categories/new", "/money/changes/new", "/money/reallocations/new", "/money/counterpart/new", "/money/covenants/new",
        "/money/projections", "/money/projections/new", $"/money/projections/{Unknown}", "/money/monitoring", "/money/ratings/new", $"/money/ratings/{Unknown}",
        "/money/advance", "/money/advance/new", $"/money/advance/{Unknown}", $"/money/advance/{Unknown}/sheet", $"/money/advance/{Unknown}/statement", $"/money/advance/{Unknown}/lines/new", $"/money/advance/{Unknown}/reconciliations/new",
        "/money/import", "/money/import?handler=Layout", $"/money/import?handler=File&id={Unknown}", "/money/reports", "/money/withdrawals", "/money/withdrawals/new", $"/money/withdrawals/{Unknown}", $"/money/withdrawals/{Unknown}/edit", $"/money/withdrawals/{Unknown}/lines/new", $"/money/withdrawals/{Unknown}/lines/{Unknown}/disallow", $"/money/withdrawals/{Unknown}/payment"];

    public static TheoryData<string> Posts =>
        ["/edit", "/cycle?handler=Move", "/cycle?handler=Confirm", "/cycle?handler=Decide", "/documents", "/deadlines?handler=Add", "/deadlines?handler=Change", "/deadlines?handler=Meet", "/deadlines?handler=Waive", "/deadlines?handler=Reopen",
        "/obstacles?handler=Add", "/obstacles?handler=Change", "/obstacles?handler=End", "/template",
        "/work/need-map/new", "/work/need-map/import", "/work/need-map/import?handler=Import", "/work/alignment/new", "/work/requirements", "/work/requirements?handler=Choose", "/work/concept-note/new",
        "/work/matchmaking?handler=Withdraw", "/work/matchmaking/new", "/work/matchmaking/weights", "/work/letter-of-intent/new", "/work/cooperation-plan/new", "/work/cooperation-plan/fields/new",
        "/work/studies/technical", "/work/studies/technical/new", "/work/studies/technical/new?handler=Remove", "/work/readiness/land", "/work/readiness/land?handler=Verify",
        "/people/new", "/people/new?handler=Remove",
        "/work/components/new", "/work/components/activities/new", "/work/project-unit/new", "/work/risks/new", "/work/problem-solving/new", "/work/legal-drafts/new",
        "/work/components/8a4f1d57-1111-4222-8333-444455556666?handler=Remove",
        "/money/contracts/new", "/money/contracts/new?handler=Remove", "/money/contracts/8a4f1d57-1111-4222-8333-444455556666/sheet?handler=Progress", "/money/contracts/8a4f1d57-1111-4222-8333-444455556666/variations/new",
        "/money/contracts/8a4f1d57-1111-4222-8333-444455556666/guarantees/new", "/money/invoices/new",
        "/work/rounds/new", "/work/actions/new", "/work/signing/signatory/new", "/work/signing/condition/new", "/work/positions/new", "/work/positions/00000000-0000-0000-0000-000000000001?handler=Remove",
        "/money/agreements/new", "/money/agreements/00000000-0000-0000-0000-000000000001/edit", "/money/agreements/00000000-0000-0000-0000-000000000001/edit?handler=Remove",
        "/money/categories/new", "/money/changes/new", "/money/reallocations/new", "/money/counterpart/new", "/money/covenants/new", "/money/covenants/00000000-0000-0000-0000-000000000001?handler=Remove",
        "/money/projections/new", $"/money/projections/{Unknown}?handler=Remove", "/money/projections?handler=Approve", "/money/ratings/new", $"/money/ratings/{Unknown}?handler=Remove",
        "/money/advance/new", $"/money/advance/{Unknown}?handler=Remove", $"/money/advance/{Unknown}/statement?handler=Check", $"/money/advance/{Unknown}/statement?handler=Import", $"/money/advance/{Unknown}/lines/new",
        $"/money/advance/{Unknown}/lines/{Unknown}?handler=Remove", $"/money/advance/{Unknown}/reconciliations/new", $"/money/advance/{Unknown}/reconciliations/{Unknown}?handler=Reconcile",
        "/money/withdrawals/new", $"/money/withdrawals/{Unknown}/edit", $"/money/withdrawals/{Unknown}/lines/new", $"/money/withdrawals/{Unknown}/lines/{Unknown}?handler=Remove", $"/money/withdrawals/{Unknown}/lines/{Unknown}/disallow", $"/money/withdrawals/{Unknown}/payment",
        "/money/import", "/money/import?handler=Import", "/money/import?handler=Marked", $"/money/import?handler=Undo&id={Unknown}", "/money/reports?handler=Make",
        $"/money/withdrawals/{Unknown}?handler=Step", $"/money/withdrawals/{Unknown}?handler=Reverse", $"/money/withdrawals/{Unknown}?handler=Receive", $"/money/withdrawals/{Unknown}?handler=Evidence", $"/money/withdrawals/{Unknown}?handler=RemoveEvidence"];

    [Theory]
    [MemberData(nameof(Tabs))]
    public async Task Get_OfAnotherUnitsProject_LooksLikeOneThatIsNotThere(string tab)
    {
        await AnotherUnitsAsync();
        var manager = await office.BrowserAsync(Holder(tab));

        var foreign = await manager.GetAsync($"/projects/FRN-1{tab}");
        var unknown = await manager.GetAsync($"/projects/FRN-2{tab}");

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("Not found", foreign.Text, StringComparison.Ordinal);
        Assert.Equal(WithoutTokens(unknown.Text), WithoutTokens(foreign.Text));
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Post_ToAnotherUnitsProject_LooksLikeOneThatIsNotThere(string path)
    {
        await AnotherUnitsAsync();
        var manager = await office.BrowserAsync(Holder(path));

        Assert.Equal(HttpStatusCode.NotFound, (await manager.SubmitAsync("/projects", $"/projects/FRN-1{path}", ("Move.Kind", "Hold"), ("Move.Reason", "x"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.SubmitAsync("/projects", $"/projects/FRN-2{path}", ("Move.Kind", "Hold"), ("Move.Reason", "x"))).Status);
    }

    /// <summary>Somebody who holds the right that the page asks for: the pages of the money are finance's.</summary>
    private static Role Holder(string path) => path.StartsWith("/money", StringComparison.Ordinal) ? Role.Finance : Role.Manager;

    [Fact]
    public async Task Observer_OfAnAgreement_ReadsItsProjectsOnly()
    {
        await office.RegisterAsync("OBS-1", d => d with { AgreementId = office.Agreement.Id });
        await office.RegisterAsync("OBS-2");
        var observer = await office.BrowserAsync(Role.Observer);

        var list = await observer.GetAsync("/projects");
        var project = await observer.GetAsync("/projects/OBS-1");

        Assert.Contains("OBS-1", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("OBS-2", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/edit", project.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync("/projects/OBS-2")).Status);
        foreach (var tab in new[] { "cycle", "documents", "deadlines", "obstacles", "people", "history" })
        {
            var page = await observer.GetAsync($"/projects/OBS-1/{tab}");

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("""method="post" action="/projects""", page.Text, StringComparison.Ordinal);
        }
        var forged = await observer.SubmitAsync("/projects/OBS-1", "/projects/OBS-1/cycle?handler=Move", ("Move.Kind", "Hold"), ("Move.From", "identification"), ("Move.Version", "0"), ("Move.Reason", "x"));
        Assert.Contains("Your role does not include this.", forged.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("/cycle", 18)]
    [InlineData("/documents", 9)]
    [InlineData("/deadlines", 10)]
    [InlineData("/obstacles", 11)]
    [InlineData("/history", 12)]
    [InlineData("/work/need-map", 13)]
    [InlineData("/work/alignment", 14)]
    [InlineData("/work/requirements", 15)]
    [InlineData("/work/concept-note", 16)]
    [InlineData("/work/matchmaking", 13)]
    [InlineData("/work/letter-of-intent", 14)]
    [InlineData("/work/cooperation-plan", 15)]
    [InlineData("/people", 12)]
    [InlineData("/work/studies", 8)]
    [InlineData("/work/studies/technical", 9)]
    [InlineData("/work/readiness", 8)]
    [InlineData("/work/readiness/land", 9)]
    [InlineData("/work/components", 13)]
    [InlineData("/work/project-unit", 14)]
    [InlineData("/work/risks", 15)]
    [InlineData("/work/problem-solving", 16)]
    [InlineData("/work/legal-drafts", 17)]
    [InlineData("/work/positions", 13)]
    [InlineData("/work/rounds", 14)]
    [InlineData("/work/actions", 15)]
    [InlineData("/work/signing", 16)]
    [InlineData("/money", 12)]
    [InlineData("/money/agreements", 12)]
    [InlineData("/money/projections", 14)]
    [InlineData("/money/monitoring", 18)]
    public async Task Tab_HoweverFullTheProject_AsksTheDatabaseAsOften(string tab, int atMost)
    {
        var code = await office.RegisterAsync($"BND{tab.Replace('/', '-')}", d => d with { AgreementId = office.Agreement.Id, Partners = [(office.Partner.Id, Domain.Projects.PartnerRole.Funding)] });
        var auditor = await office.BrowserAsync(Role.Auditor);
        var few = await QueriesAsync(auditor, $"/projects/{code}{tab}");
        await office.SupplyAsync(code);
        var staff = await office.BrowserAsync(Role.Staff);
        for (var i = 0; i < 5; i++)
            _ = (await office.AsAsync<SaveNeedMapEntry, Outcome<Guid>>(Role.Staff, office.Unit, save => save.AddAsync(code, WorkSamples.MapRow(), default))).Value;
        for (var i = 0; i < 5; i++)
            await staff.SubmitAsync($"/projects/{code}/obstacles", $"/projects/{code}/obstacles?handler=Add", ("Obstacle.Code", "O4.1"), ("Obstacle.Cause", $"Cause {i}"), ("Obstacle.StartedOn", "2026-03-01"));
        for (var i = 0; i < 5; i++)
        {
            await staff.SubmitAsync($"/projects/{code}/work/matchmaking/new", ("Input.Name", $"Candidate {i}"));
            await staff.SubmitAsync($"/projects/{code}/work/cooperation-plan/fields/new", ("Input.Name", $"Field {i}"));
        }
        for (var i = 0; i < 5; i++)
            await staff.SubmitAsync($"/projects/{code}/deadlines", $"/projects/{code}/deadlines?handler=Add", ("Deadline.Title", $"Deadline {i}"), ("Deadline.DueOn", "2026-05-01"));

        foreach (var number in new[] { "1", "2" })
        {
            await staff.SubmitAsync($"/projects/{code}/work/components/new", ("Input.Number", number), ("Input.Name", "Component"));
            await staff.SubmitAsync($"/projects/{code}/work/project-unit/new", ("Input.Title", "Position"));
            await staff.SubmitAsync($"/projects/{code}/work/risks/new", ("Input.Title", "Risk"), ("Input.Likelihood", "3"), ("Input.Impact", "3"));
            await staff.SubmitAsync($"/projects/{code}/work/problem-solving/new", ("Input.Number", number), ("Input.Level", "Level"), ("Input.Decider", "Head"), ("Input.Days", "7"));
            await staff.SubmitAsync($"/projects/{code}/work/legal-drafts/new", ("Input.Title", "Draft"));
        }
        for (var i = 0; i < 5; i++)
        {
            await staff.SubmitAsync($"/projects/{code}/work/positions/new", ("Input.AgendaItem", $"Item {i}"), ("Input.Ours", "Ours"));
            await staff.SubmitAsync($"/projects/{code}/work/rounds/new", ("Input.HeldOn", "2026-03-02"), ("Input.Place", "Jambi"));
            await staff.SubmitAsync($"/projects/{code}/work/actions/new", ("Input.Task", $"Action {i}"), ("Input.PartnerOwner", "Partner"), ("Input.DueOn", "2026-05-01"));
            await staff.SubmitAsync($"/projects/{code}/work/signing/signatory/new", ("Input.Name", $"Name {i}"), ("Input.Side", "Partner"));
            await staff.SubmitAsync($"/projects/{code}/work/signing/condition/new", ("Input.Requirement", $"Opinion {i}"), ("Input.DueOn", "2026-05-01"), ("Input.Side", "Ours"));
        }

        if (tab.StartsWith("/money", StringComparison.Ordinal))
            await FundAsync(code);

        var many = await QueriesAsync(auditor, $"/projects/{code}{tab}");

        Assert.Equal(few, many);
        Assert.InRange(many, 5, atMost);
    }

    private async Task FundAsync(string code)
    {
        var other = Samples.Agreement(office.Partner);
        await office.WriteAsync(db => db.Add(other));
        foreach (var agreement in new[] { office.Agreement.Id, other.Id })
        {
            var input = new FinancingInput { AgreementId = agreement, CurrencyCode = "EUR", Amount = 1000 };
            var financing = (await office.AsAsync<SaveFinancing, Outcome<Guid>>(Role.Finance, office.Unit, save => save.AddAsync(code, input, default))).Value;
            for (var i = 0; i < 3; i++)
            {
                var category = new CategoryInput { FinancingId = financing, Code = $"{i}", Name = "Works", Amount = 100, Percentage = 80 };
                _ = (await office.AsAsync<SaveCategory, Outcome<Guid>>(Role.Finance, office.Unit, save => save.AddAsync(code, category, default))).Value;
            }
        }
    }

    private async Task<int> QueriesAsync(Browser browser, string path)
    {
        await browser.GetAsync(path);
        office.Program.Queries.Reset();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).Status);
        return office.Program.Queries.Count;
    }

    private async Task AnotherUnitsAsync()
    {
        if (!await office.ReadAsync(db => Task.FromResult(db.Projects.Any(p => p.Code == "FRN-1"))))
            await office.RegisterAsync("FRN-1", unit: office.OtherUnit);
    }

    private static string WithoutTokens(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, """value="[^"]{40,}"|FRN-[12]""", "");
}
