using System.Net;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;
using ProjectCycle.Web.Tests.Projects;

namespace ProjectCycle.Web.Tests.Reviews;

public sealed class ReviewsTests(Office office) : IClassFixture<Office>
{
    private const string Authority = "head-of-region";

    [Fact]
    public async Task Ask_OnTheGateCard_ShowsWhoIsWaitedForAndFillsTheInbox()
    {
        await office.RegisterAsync("ASK-1");
        await office.PersonAsync(Role.Reviewer);
        var staff = await office.BrowserAsync(Role.Staff);
        var reviewer = await office.BrowserAsync(Role.Reviewer);

        var answer = await staff.SubmitAsync("/projects/ASK-1/cycle", "/projects/ASK-1/cycle?handler=Ask", ("Ask.Authority", Authority), ("Ask.Note", "Please by Friday"));
        var gate = await staff.GetAsync("/projects/ASK-1/cycle");
        var inbox = await reviewer.GetAsync("/reviews");
        var home = await reviewer.GetAsync("/");
        var mine = await staff.GetAsync("/reviews");

        Assert.Equal("/projects/ASK-1/cycle", answer.Location);
        Assert.Matches("Waiting for: [^<]*reviewer-en[^<]*, since 4 Mar 2026", gate.Text);
        Assert.Contains("Please by Friday", gate.Text, StringComparison.Ordinal);
        Assert.Contains("handler=Withdraw", gate.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"Ask.Authority\" value=\"{Authority}\"", gate.Text, StringComparison.Ordinal);
        var address = $"/reviews/{await RequestIdAsync("ASK-1")}";
        Assert.Matches("""href="/reviews">\d+ decisions? (is|are) asked of me""", home.Text);
        Assert.All([inbox, mine], page => Assert.Contains($"href=\"{address}\"", page.Text, StringComparison.Ordinal));
        Assert.Contains("waiting for me", inbox.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting for: ", (await staff.GetAsync("/projects/ASK-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WithANoteTooLong_KeepsWhatWasTyped()
    {
        await office.RegisterAsync("ASK-2");
        var staff = await office.BrowserAsync(Role.Staff);
        var note = new string('n', 1001);

        var refused = await staff.SubmitAsync("/projects/ASK-2/cycle", "/projects/ASK-2/cycle?handler=Ask", ("Ask.Authority", Authority), ("Ask.Note", note));

        Assert.Contains($"name=\"Ask.Note\" value=\"{note}\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("At most 1,000 characters", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_WithConditionsButNoLine_KeepsTheForm_ThenTheConditionsAreFollowedUp()
    {
        var (id, staff, reviewer) = await AskedAsync("CND-1");
        var decide = $"/reviews/{id}?handler=Decide";
        (string, string)[] typed = [("Decision.Outcome", "ApprovedWithConditions"), ("Decision.DecidedOn", "2026-03-03"), ("Decision.LetterNumber", "12/SK/2026"), ("Decision.Reason", "See the letter")];

        var refused = await reviewer.SubmitAsync($"/reviews/{id}", decide, typed);
        var dateless = await reviewer.SubmitAsync($"/reviews/{id}", decide, [("Decision.Outcome", "Returned"), ("Decision.DecidedOn", ""), ("Decision.Reason", "Kept reason")]);
        var undated = await reviewer.SubmitAsync($"/reviews/{id}", decide, [.. typed, ("Decision.Conditions[0].DueOn", "2026-03-01"), ("Decision.Conditions[1].Text", "Kept condition")]);
        var done = await reviewer.SubmitAsync($"/reviews/{id}", decide, [.. typed, ("Decision.Conditions[0].Text", "Send the map"), ("Decision.Conditions[0].DueOn", "2026-03-01")]);
        var cycle = await staff.GetAsync("/projects/CND-1/cycle");

        Assert.Contains("An approval with conditions needs at least one condition.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"12/SK/2026\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("See the letter</textarea>", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Kept reason</textarea>", dateless.Text, StringComparison.Ordinal);
        Assert.Contains("Please fill this in.", dateless.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Kept condition\"", undated.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-03-01\"", undated.Text, StringComparison.Ordinal);
        Assert.Equal("/reviews", done.Location);
        Assert.Contains("Send the map", cycle.Text, StringComparison.Ordinal);
        Assert.Contains("3 days late", cycle.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"FollowUp.Id\"", (await reviewer.GetAsync("/projects/CND-1/cycle")).Text, StringComparison.Ordinal);

        var item = await office.ReadAsync(db => db.DecisionConditions.AsNoTracking().SingleAsync(c => c.Text == "Send the map"));
        (string, string)[] meet = [("FollowUp.Id", $"{item.Id}"), ("FollowUp.Version", "0"), ("FollowUp.Note", "sent by courier"), ("FollowUp.Met", "true")];
        await staff.SubmitAsync("/projects/CND-1/cycle", "/projects/CND-1/cycle?handler=Meet", meet);
        var stale = await staff.SubmitAsync("/projects/CND-1/cycle", "/projects/CND-1/cycle?handler=Meet", meet);
        Assert.Contains("met by staff-en, 4 Mar 2026: sent by courier", stale.Text, StringComparison.Ordinal);
        Assert.Contains("saved a change on", stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_WhenSettledMeanwhile_TellsBy()
    {
        var (id, staff, reviewer) = await AskedAsync("RAC-1");
        await staff.SubmitAsync($"/reviews/{id}", $"/reviews/{id}?handler=Withdraw");

        var late = await reviewer.SubmitAsync("/", $"/reviews/{id}?handler=Decide", ("Decision.Outcome", "Approved"), ("Decision.DecidedOn", "2026-03-03"));

        Assert.Contains("staff-en has answered or withdrawn this request on 4 Mar 2026", late.Text, StringComparison.Ordinal);
        Assert.Contains("The request was withdrawn on", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Decision.Outcome\"", late.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "You asked for this decision yourself, so somebody else must record it.")]
    [InlineData("id", "Anda sendiri yang meminta keputusan ini, jadi orang lain yang harus mencatatnya.")]
    public async Task Decide_ByWhoAsked_IsRefusedInTheirLanguage(string language, string sentence)
    {
        var code = $"OWN-{language}";
        await office.RegisterAsync(code);
        var user = Samples.User($"both-{language}@demo.local", [Role.Staff, Role.Reviewer], office.Unit);
        await office.Program.AddAsync(user);
        await office.WriteAsync(db => db.Users.Single(u => u.Id == user.Id).Language = language);
        var both = office.Program.Open(language);
        await both.SignInAsync(user.Email!, WebProgram.Password);
        await both.SubmitAsync($"/projects/{code}/cycle", $"/projects/{code}/cycle?handler=Ask", ("Ask.Authority", Authority), ("Ask.Note", ""));
        var id = await RequestIdAsync(code);

        var page = await both.GetAsync($"/reviews/{id}");
        var gate = await both.GetAsync($"/projects/{code}/cycle");
        var refused = await both.SubmitAsync($"/reviews/{id}", $"/reviews/{id}?handler=Decide", ("Decision.Outcome", "Approved"), ("Decision.DecidedOn", "2026-03-03"));

        Assert.All([page, gate, refused], answer => Assert.Contains(sentence, answer.Text, StringComparison.Ordinal));
        Assert.All([page, gate], answer => Assert.DoesNotContain($"value=\"{Authority}\"", answer.Text, StringComparison.Ordinal));
        Assert.False(await office.ReadAsync(db => db.Decisions.AnyAsync(d => d.RecordedById == user.Id)));
    }

    [Theory]
    [InlineData(Role.Manager, true)]
    [InlineData(Role.Staff, true)] // who asked
    [InlineData(Role.Finance, false)]
    [InlineData(Role.Reviewer, false)]
    [InlineData(Role.Observer, false)]
    [InlineData(Role.Auditor, false)]
    [InlineData(Role.Administrator, false)]
    public async Task Withdraw_ByARole_IsOpenToWhoAskedAndTheManager(Role role, bool may)
    {
        var (id, _, _) = await AskedAsync($"WDR-{role}");
        var browser = await office.BrowserAsync(role);

        var answer = await browser.SubmitAsync("/", $"/reviews/{id}?handler=Withdraw");

        Assert.Equal(may ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(may, await office.ReadAsync(db => db.DecisionRequests.AnyAsync(r => r.Id == id && r.WithdrawnAt != null)));
    }

    [Fact]
    public async Task Review_OfAnotherUnitOrAgreement_IsNotThere()
    {
        var id = await AskAsync("FAR-1", office.OtherUnit);
        var reviewer = await office.BrowserAsync(Role.Reviewer);
        var observer = await office.BrowserAsync(Role.Observer);

        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync($"/reviews/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.SubmitAsync("/", $"/reviews/{id}?handler=Decide", ("Decision.Outcome", "Approved"), ("Decision.DecidedOn", "2026-03-03"))).Status);
        Assert.DoesNotContain("FAR-1", (await reviewer.GetAsync("/reviews")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await observer.GetAsync("/reviews")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await observer.GetAsync("/projects/FAR-1/cycle")).Status);
    }

    [Fact]
    public async Task Gate_OfAnObserversAgreement_ShowsSinceWhenButNoButtons()
    {
        await AskAsync("OBS-1", office.Unit, under: true);

        var gate = await (await office.BrowserAsync(Role.Observer)).GetAsync("/projects/OBS-1/cycle");

        Assert.Contains("since 4 Mar 2026", gate.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/reviews", gate.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Withdraw", gate.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_ForWhoDecides_ShowsWhatChangedWithoutAddresses()
    {
        await office.RegisterAsync("CHG-1");
        office.Program.Clock.Utc = FakeClock.Start.AddHours(1);
        await office.SupplyAsync("CHG-1"); // approves too
        var staff = await office.BrowserAsync(Role.Staff);
        var decision = new DecisionInput { AuthorityCode = Authority, Outcome = DecisionOutcome.Returned, Reason = "Map is missing", DecidedOn = new DateOnly(2026, 3, 4) };
        office.Program.Clock.Utc = FakeClock.Start.AddHours(2);
        _ = (await office.AsAsync<RecordDecision, Outcome<Done>>(Role.Reviewer, office.Unit, use => use.HandleAsync("CHG-1", decision, default))).Value;
        office.Program.Clock.Utc = FakeClock.Start.AddHours(3);
        _ = (await office.AsAsync<Features.Documents.AttachDocument, Outcome<Guid>>(Role.Staff, office.Unit, use => use.HandleAsync("CHG-1", World.TextFile("concept-note"), default))).Value;
        await staff.SubmitAsync("/projects/CHG-1/cycle", "/projects/CHG-1/cycle?handler=Ask", ("Ask.Authority", Authority), ("Ask.Note", ""));

        var page = await (await office.BrowserAsync(Role.Reviewer)).GetAsync($"/reviews/{await RequestIdAsync("CHG-1")}");
        office.Program.Clock.Utc = FakeClock.Start;

        Assert.Contains("Since the last decision: Returned, 4 Mar 2026: Map is missing", page.Text, StringComparison.Ordinal);
        Assert.Contains("concept-note", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Misi 3.", page.Text, StringComparison.Ordinal); // was there before
        Assert.DoesNotContain("192.0.2.7", page.Text, StringComparison.Ordinal);
    }

    /// <summary>A project in whose name the staff have asked for the decision its gate needs.</summary>
    private async Task<(Guid Id, Browser Staff, Browser Reviewer)> AskedAsync(string code) =>
        (await AskAsync(code, office.Unit), await office.BrowserAsync(Role.Staff), await office.BrowserAsync(Role.Reviewer));

    private async Task<Guid> AskAsync(string code, Unit unit, bool under = false)
    {
        await office.RegisterAsync(code, details => details with { AgreementId = under ? office.Agreement.Id : null }, unit);
        return (await office.AsAsync<RequestDecision, Outcome<Guid>>(Role.Staff, unit, use => use.HandleAsync(code, Authority, "", default))).Value;
    }

    private Task<Guid> RequestIdAsync(string code) =>
        office.ReadAsync(db => db.OpenRequests.Where(r => db.Projects.Any(p => p.Id == r.ProjectId && p.Code == code)).Select(r => r.Id).SingleAsync());
}
