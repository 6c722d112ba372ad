using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Reviews;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Reviews;

public sealed class ReviewTests
{
    private const string Authority = "head-of-region";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Inbox_OfEachPerson_HoldsWhatTheyCanAnswerAndWhatTheyAsked(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var both = await world.AddPersonAsync("both@demo.local", world.Unit, Role.Staff, Role.Reviewer);
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Reviewer);
        await AskAsync(world, await world.RegisterAsync("JMB-01"), world.Person(Role.Staff));
        world.Clock.Advance(TimeSpan.FromDays(3));
        await AskAsync(world, await world.RegisterAsync("JMB-02"), both);

        Assert.Equal([("JMB-01", "staff", 3), ("JMB-02", "both", 0)], (await ForMeAsync(world, world.Person(Role.Reviewer))).Rows.Select(r => (r.ProjectCode, r.AskedBy, r.Days)));
        Assert.Equal(["JMB-01"], (await ForMeAsync(world, both)).Rows.Select(r => r.ProjectCode));
        Assert.Equal(0, (await ForMeAsync(world, stranger)).Total);
        foreach (var role in new[] { Role.Staff, Role.Manager, Role.Observer, Role.Auditor, Role.Administrator })
            Assert.Equal(0, await world.AsAsync<ReviewInbox, int>(role, i => i.CountAsync(default)));

        var mine = Assert.Single(await MineAsync(world, world.Person(Role.Staff)));
        Assert.Equal(("JMB-01", "both, reviewer"), (mine.ProjectCode, string.Join(", ", mine.WaitingFor)));
        Assert.Equal(["reviewer"], Assert.Single(await MineAsync(world, both)).WaitingFor);
        Assert.Empty(await MineAsync(world, world.Person(Role.Reviewer)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Inbox_WithManyRequests_PagesOldestFirst(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        for (var i = 1; i <= 5; i++)
        {
            await AskAsync(world, await world.RegisterAsync($"JMB-0{i}"), world.Person(Role.Staff));
            world.Clock.Advance(TimeSpan.FromHours(1));
        }

        var second = await world.AsAsync<ReviewInbox, Paged<ReviewRow>>(Role.Reviewer, i => i.ForMeAsync(2, 2, default));
        var beyond = await world.AsAsync<ReviewInbox, Paged<ReviewRow>>(Role.Reviewer, i => i.ForMeAsync(99, 2, default));

        Assert.Equal(["JMB-03", "JMB-04"], second.Rows.Select(r => r.ProjectCode));
        Assert.Equal((5, 3, "JMB-05"), (second.Total, beyond.Page, Assert.Single(beyond.Rows).ProjectCode));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Review_OutsideOnesReach_IsNotThere(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var request = await AskAsync(world, code, world.Person(Role.Staff));
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Reviewer);

        Assert.Null(await FindAsync(world, request, stranger));
        Assert.Null(await FindAsync(world, request, world.Person(Role.Observer)));
        Assert.NotNull(await FindAsync(world, request, world.Person(Role.Reviewer)));
        var refused = await world.AsAsync<RecordDecision, Outcome<Done>>(stranger, r => r.HandleAsync(code, Decision(request), default));
        Assert.Equal("not-found", refused.Refusals[0].Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Changes_WithoutAnEarlierDecision_BeginWithTheStageAndAreSummed(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        world.Clock.Advance(TimeSpan.FromDays(1));
        await EditAsync(world, code, "Satu");
        await EditAsync(world, code, "Dua");
        await world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(code, World.TextFile("concept-note"), default));
        await ConfirmAsync(world, code, true);
        world.Clock.Advance(TimeSpan.FromDays(1));
        var request = await AskAsync(world, code, world.Person(Role.Staff));

        var changes = (await FindAsync(world, request, world.Person(Role.Reviewer)))!.Changes;

        Assert.Null(changes.Last);
        Assert.Equal(FakeClock.Start, changes.Since);
        var field = Assert.Single(changes.Fields);
        Assert.Equal(("changed", "{\"RpjmdAlignment\":[\"\",\"Dua\"]}", ""), (field.Action, field.Changes, field.Address));
        Assert.Equal(("concept-note", 1), (Assert.Single(changes.Papers).Title, changes.Papers[0].Number));
        var item = Assert.Single(changes.Evidence);
        Assert.Equal(("ChecklistConfirmation", "added"), (item.Entity, item.Action));
        Assert.Contains("cooperation-requirements", item.Changes, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Changes_AfterADecision_TellOnlyWhatCameSinceAndWhatIsLeftOfIt(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        world.Clock.Advance(TimeSpan.FromDays(1));
        await EditAsync(world, code, "Sebelum");
        var first = await AskAsync(world, code, world.Person(Role.Staff));
        var returned = Decision(first) with { Outcome = DecisionOutcome.Returned, Reason = "Lengkapi peta" };
        Assert.True((await world.AsAsync<RecordDecision, Outcome<Done>>(Role.Reviewer, r => r.HandleAsync(code, returned, default))).Succeeded);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await EditAsync(world, code, "Sementara");
        await EditAsync(world, code, "Sebelum"); // back again: nothing is left
        await ConfirmAsync(world, code, true);
        await ConfirmAsync(world, code, false);
        await world.EditAsync(code, Role.Staff, change => change.Fill("lead-partner", default, world));
        var second = await AskAsync(world, code, world.Person(Role.Staff));

        var changes = (await FindAsync(world, second, world.Person(Role.Reviewer)))!.Changes;

        Assert.Equal("Lengkapi peta", changes.Last!.Reason);
        Assert.Equal([("Project", "changed"), ("ProjectPartner", "added")], changes.Fields.Select(f => (f.Entity, f.Action)));
        Assert.DoesNotContain("RpjmdAlignment", changes.Fields[0].Changes, StringComparison.Ordinal);
        Assert.Equal(world.Partner.Name, changes.Names[world.Partner.Id]);
        Assert.Empty(changes.Evidence);
        Assert.Empty(changes.Papers);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Review_WhenAnswered_ShowsTheAnswerAndKeepsItsChanges(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        world.Clock.Advance(TimeSpan.FromDays(1));
        await EditAsync(world, code, "Sebelum");
        var request = await AskAsync(world, code, world.Person(Role.Staff));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await world.AsAsync<RecordDecision, Outcome<Done>>(Role.Reviewer, r => r.HandleAsync(code, Decision(request), default))).Succeeded);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await EditAsync(world, code, "Sesudah");

        var review = (await FindAsync(world, request, world.Person(Role.Staff)))!;

        Assert.Equal((DecisionOutcome.Approved, "reviewer", 0), (review.Answer!.Outcome, review.AnsweredBy!, review.WaitingFor.Count));
        Assert.Contains("\"Sebelum\"", Assert.Single(review.Changes.Fields).Changes, StringComparison.Ordinal);
    }

    private static DecisionInput Decision(Guid request) =>
        new() { AuthorityCode = Authority, Outcome = DecisionOutcome.Approved, DecidedOn = new DateOnly(2026, 3, 4), RequestId = request };

    private static async Task<Guid> AskAsync(World world, string code, Person by) =>
        (await world.AsAsync<RequestDecision, Outcome<Guid>>(by, r => r.HandleAsync(code, Authority, "", default))).Value;

    private static Task EditAsync(World world, string code, string alignment) =>
        world.EditAsync(code, Role.Staff, change => change.Details = change.Details with { RpjmdAlignment = alignment });

    private static Task ConfirmAsync(World world, string code, bool confirmed) =>
        world.AsAsync<ConfirmItem, Outcome<Done>>(Role.Staff, c => c.HandleAsync(code, "cooperation-requirements", confirmed, "", default));

    private static Task<Paged<ReviewRow>> ForMeAsync(World world, Person person) =>
        world.AsAsync<ReviewInbox, Paged<ReviewRow>>(person, i => i.ForMeAsync(1, 50, default));

    private static Task<IReadOnlyList<ReviewRow>> MineAsync(World world, Person person) =>
        world.AsAsync<ReviewInbox, IReadOnlyList<ReviewRow>>(person, i => i.MineAsync(default));

    private static Task<ReviewView?> FindAsync(World world, Guid request, Person person) =>
        world.AsAsync<ReviewPage, ReviewView?>(person, p => p.FindAsync(request, default));
}
