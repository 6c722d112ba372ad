using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Cycles;

public sealed class RequestDecisionTests
{
    /// <summary>What the first gate of the general template asks for.</summary>
    private const string Authority = "head-of-region";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Ask_WhenTheGateNeedsIt_TellsThoseWhoCanDecideInTheirLanguage(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.AddPersonAsync("elsewhere@demo.local", world.OtherUnit, Role.Reviewer);
        var code = await world.RegisterAsync("JMB-01");

        var asked = await AskAsync(world, code, note: "Mohon keputusan <segera>");

        var request = await world.ReadAsync(db => db.DecisionRequests.SingleAsync());
        Assert.Equal((asked.Value, world.Person(Role.Staff).Id, true), (request.Id, request.AskedById, request.IsOpen));
        var mail = await world.ReadAsync(db => db.Mails.SingleAsync());
        Assert.Equal((world.Person(Role.Reviewer).Id, "JMB-01: keputusan Kepala daerah: prakarsa diminta"), (mail.RecipientId, mail.Subject.Trim()));
        Assert.Contains("Mohon keputusan &lt;segera&gt;", mail.Html, StringComparison.Ordinal);
        Assert.Contains($"/reviews/{request.Id}", mail.Text, StringComparison.Ordinal);
        Assert.Equal(1, await world.ReadAsync(db => db.Outbox.CountAsync(m => m.SubjectId == mail.Id)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Ask_WhenAskedAlready_TellsWhoDidAndWhen(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await AskAsync(world, code);

        var again = await AskAsync(world, code, Role.Finance);

        var refusal = Assert.Single(again.Refusals);
        Assert.Equal(("request-open", "staff", new DateOnly(2026, 3, 4)), (refusal.Code, refusal.Args[0], refusal.Args[1]));
        Assert.Equal(1, await world.ReadAsync(db => db.DecisionRequests.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Ask_WhenTwoAskAtTheSameMoment_ExactlyOneIsTaken(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        var both = await Task.WhenAll(Task.Run(() => AskAsync(world, code)), Task.Run(() => AskAsync(world, code, Role.Manager)));

        Assert.True(both[0].Succeeded ^ both[1].Succeeded);
        Assert.Equal("request-open", both.Single(b => !b.Succeeded).Refusals[0].Code);
        Assert.Equal(1, await world.ReadAsync(db => db.DecisionRequests.CountAsync()));
        Assert.Equal(1, await world.ReadAsync(db => db.Mails.CountAsync()));
    }

    [Theory]
    [OnSqlite("dprd", "decision-not-needed")]
    [OnPostgres("dprd", "decision-not-needed")]
    [OnSqlite("nobody", "decision-not-needed")]
    public async Task Ask_WhenTheGateDoesNotNeedIt_IsRefused(DatabaseProvider provider, string authority, string refusal)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        var refused = await world.AsAsync<RequestDecision, Outcome<Guid>>(Role.Staff, r => r.HandleAsync(code, authority, "", default));

        Assert.Equal(refusal, Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await world.ReadAsync(db => db.Mails.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Ask_WhenTheAuthorityHasApproved_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        Assert.True((await DecideAsync(world, code, world.Person(Role.Reviewer))).Succeeded);

        Assert.Equal("decision-approves", Assert.Single((await AskAsync(world, code)).Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Ask_ForAProjectOfAnotherUnit_FindsNone(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Staff);

        var refused = await world.AsAsync<RequestDecision, Outcome<Guid>>(stranger, r => r.HandleAsync(code, Authority, "", default));

        Assert.Equal("not-found", Assert.Single(refused.Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Decide_WhenAsked_AnswersTheRequestInTheSameSave(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var asked = await AskAsync(world, code);

        Assert.True((await DecideAsync(world, code, world.Person(Role.Reviewer), request: asked.Value)).Succeeded);

        var request = await world.ReadAsync(db => db.DecisionRequests.SingleAsync());
        Assert.Equal(await world.ReadAsync(db => db.Decisions.Select(d => (Guid?)d.Id).SingleAsync()), request.DecisionId);
        var gate = await GateAsync(world, code);
        Assert.Null(gate.Request);
        Assert.True(gate.Check.IsMet);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Decide_WhenAsked_TellsWhoAskedInTheirLanguage(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await AskAsync(world, code);

        Assert.True((await DecideAsync(world, code, world.Person(Role.Reviewer), DecisionOutcome.Returned)).Succeeded);

        var mail = await world.ReadAsync(db => db.Mails.SingleAsync(m => m.RecipientId == world.Person(Role.Staff).Id));
        Assert.Equal("JMB-01: Kepala daerah: prakarsa sudah memutuskan", mail.Subject.Trim());
        Assert.Contains("sesuai permintaan Anda: dikembalikan.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/projects/JMB-01/cycle", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Decide_ByWhoAsked_IsRefusedAndNamesThemNowhereAsWaitedFor(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var both = await world.AddPersonAsync("both@demo.local", world.Unit, Role.Staff, Role.Reviewer);
        var code = await world.RegisterAsync("JMB-01");
        Assert.True((await world.AsAsync<RequestDecision, Outcome<Guid>>(both, r => r.HandleAsync(code, Authority, "", default))).Succeeded);

        var refused = await DecideAsync(world, code, both);

        Assert.Equal("own-request", Assert.Single(refused.Refusals).Code);
        Assert.Equal(0, await world.ReadAsync(db => db.Decisions.CountAsync()));
        Assert.Equal(["reviewer"], (await GateAsync(world, code)).Request!.WaitingFor);
        Assert.Equal(world.Person(Role.Reviewer).Id, await world.ReadAsync(db => db.Mails.Select(m => m.RecipientId).SingleAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Decide_WhenTwoDecideAtTheSameMoment_OneWinsAndTheOtherIsTold(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var second = await world.AddPersonAsync("second@demo.local", world.Unit, Role.Reviewer);
        var code = await world.RegisterAsync("JMB-01");
        var asked = await AskAsync(world, code);

        var both = await Task.WhenAll(
            Task.Run(() => DecideAsync(world, code, world.Person(Role.Reviewer), request: asked.Value)),
            Task.Run(() => DecideAsync(world, code, second, DecisionOutcome.Rejected, request: asked.Value)));

        Assert.True(both[0].Succeeded ^ both[1].Succeeded);
        var told = Assert.Single(both.Single(b => !b.Succeeded).Refusals);
        Assert.Equal(("request-settled", both[0].Succeeded ? "reviewer" : "second"), (told.Code, told.Args[0]));
        var decision = await world.ReadAsync(db => db.Decisions.SingleAsync());
        Assert.Equal(decision.Id, await world.ReadAsync(db => db.DecisionRequests.Select(r => r.DecisionId).SingleAsync()));
        Assert.Equal(0, await world.ReadAsync(db => db.DecisionConditions.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Decide_WhenTheRequestWasWithdrawnMeanwhile_SaysByWhom(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var asked = await AskAsync(world, code);
        Assert.True((await WithdrawAsync(world, asked.Value, Role.Manager)).Succeeded);

        var late = await DecideAsync(world, code, world.Person(Role.Reviewer), request: asked.Value);

        Assert.Equal(("request-settled", "manager"), (late.Refusals[0].Code, late.Refusals[0].Args[0]));
        Assert.Equal(0, await world.ReadAsync(db => db.Decisions.CountAsync()));
        Assert.True((await DecideAsync(world, code, world.Person(Role.Reviewer))).Succeeded); // by letter, without a request
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Withdraw_ByWhoAskedOrAManager_FreesTheAuthorityToBeAskedAgain(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var asked = await AskAsync(world, code);

        Assert.Equal("not-allowed", (await WithdrawAsync(world, asked.Value, Role.Finance)).Refusals[0].Code);
        Assert.True((await WithdrawAsync(world, asked.Value, Role.Staff)).Succeeded);
        Assert.Equal("request-settled", (await WithdrawAsync(world, asked.Value, Role.Manager)).Refusals[0].Code);
        Assert.True((await AskAsync(world, code)).Succeeded);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Drop_WhenSomethingIsAsked_WithdrawsIt(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await AskAsync(world, code);

        Assert.True((await world.MoveAsync(code, MoveKind.Drop, reason: "Batal", obstacle: "O4.1")).Succeeded);

        Assert.Equal(0, await world.ReadAsync(db => db.OpenRequests.CountAsync()));
    }

    [Theory]
    [OnSqlite(DecisionOutcome.ApprovedWithConditions, "", "conditions-missing")]
    [OnPostgres(DecisionOutcome.ApprovedWithConditions, "", "conditions-missing")]
    [OnSqlite(DecisionOutcome.Approved, "Kirim peta", "conditions-unexpected")]
    public async Task Decide_WhenConditionsAndOutcomeDisagree_IsRefused(DatabaseProvider provider, DecisionOutcome outcome, string condition, string refusal)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        var refused = await DecideAsync(world, code, world.Person(Role.Reviewer), outcome, conditions: [new ConditionInput(condition, null), new ConditionInput(" ", null)]);

        Assert.Equal((refusal, "Conditions"), (refused.Refusals[0].Code, refused.Refusals[0].Field));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Decide_WithADateButNoText_NamesTheLine(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        var refused = await DecideAsync(
            world, code, world.Person(Role.Reviewer), DecisionOutcome.ApprovedWithConditions,
            conditions: [new ConditionInput("", null), new ConditionInput("", new DateOnly(2026, 5, 1)), new ConditionInput("Kirim peta", new DateOnly(1, 1, 1))]);

        Assert.Equal([("required", "Conditions[1].Text"), ("date-out-of-range", "Conditions[2].DueOn")], refused.Refusals.Select(r => (r.Code, r.Field!)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Conditions_MetAndReopened_FollowTheDecision(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var due = new DateOnly(2026, 5, 1);
        Assert.True((await DecideAsync(
            world, code, world.Person(Role.Reviewer), DecisionOutcome.ApprovedWithConditions,
            conditions: [new ConditionInput("Kirim peta", null), new ConditionInput("", null), new ConditionInput("Pantau air tanah", due)])).Succeeded);

        var open = await FollowUpsAsync(world, code, Role.Staff);
        Assert.Equal(["Pantau air tanah", "Kirim peta"], open.Select(f => f.Condition.Text));
        Assert.Equal([due.DayNumber - new DateOnly(2026, 3, 4).DayNumber, null], open.Select(f => f.DaysLeft(new DateOnly(2026, 3, 4))));
        Assert.True((await MeetAsync(world, open[0].Condition, true)).Succeeded);
        Assert.Equal("changed-meanwhile", (await MeetAsync(world, open[0].Condition, true)).Refusals[0].Code);

        var met = (await FollowUpsAsync(world, code, Role.Staff))[1];
        Assert.Equal(("Pantau air tanah", "staff", "Surat 7"), (met.Condition.Text, met.MetBy!, met.Condition.Note));
        Assert.True((await MeetAsync(world, met.Condition, false)).Succeeded);
        Assert.All(await FollowUpsAsync(world, code, Role.Staff), f => Assert.True(f.Condition.IsOpen));
        Assert.Empty(await FollowUpsAsync(world, code, Role.Observer));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Conditions_WithADate_StandAmongTheDeadlinesAndChangeWithThem(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var due = new DateOnly(2026, 5, 1);
        Assert.True((await DecideAsync(
            world, code, world.Person(Role.Reviewer), DecisionOutcome.ApprovedWithConditions,
            conditions: [new ConditionInput("Kirim peta", null), new ConditionInput("Pantau air tanah", due)])).Succeeded);

        var deadline = await FollowedAsync(world);
        Assert.Equal(("Pantau air tanah", due, true), (deadline.Title.Id, deadline.DueOn, deadline.IsOpen));
        var refused = await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, set => set.MeetAsync(deadline.Id, new DeadlineMet(), deadline.Version, default));
        Assert.Equal("deadline-of-work", Assert.Single(refused.Refusals).Code);

        Assert.True((await MeetAsync(world, (await FollowUpsAsync(world, code, Role.Staff))[0].Condition, true)).Succeeded);
        Assert.Equal(new DateOnly(2026, 3, 4), (await FollowedAsync(world)).DoneOn);
        Assert.True((await MeetAsync(world, (await FollowUpsAsync(world, code, Role.Staff)).Single(f => !f.Condition.IsOpen).Condition, false)).Succeeded);
        Assert.True((await FollowedAsync(world)).IsOpen);
    }

    private static Task<Deadline> FollowedAsync(World world) => world.ReadAsync(db => db.Deadlines.AsNoTracking().SingleAsync(d => d.PartCode == Deadline.FollowUps));

    private static Task<Outcome<Guid>> AskAsync(World world, string code, Role role = Role.Staff, string note = "") =>
        world.AsAsync<RequestDecision, Outcome<Guid>>(role, r => r.HandleAsync(code, Authority, note, default));

    private static Task<Outcome<Done>> WithdrawAsync(World world, Guid request, Role role) =>
        world.AsAsync<WithdrawRequest, Outcome<Done>>(role, w => w.HandleAsync(request, default));

    private static Task<Outcome<Done>> MeetAsync(World world, DecisionCondition condition, bool met) =>
        world.AsAsync<MeetCondition, Outcome<Done>>(Role.Staff, m => m.HandleAsync(condition.Id, met, "Surat 7", condition.Version, default));

    private static async Task<IReadOnlyList<FollowUp>> FollowUpsAsync(World world, string code, Role role)
    {
        var id = await world.ReadAsync(db => db.Projects.Where(p => p.Code == code).Select(p => p.Id).SingleAsync());
        return await world.AsAsync<FollowUps, IReadOnlyList<FollowUp>>(role, f => f.OfProjectAsync(id, default));
    }

    private static async Task<ConditionView> GateAsync(World world, string code)
    {
        var view = await world.ViewAsync(code);
        var way = await world.AsAsync<GateCard, WayOn?>(Role.Manager, card => card.WayOnAsync(view!, default));
        return way!.Conditions.Single(c => c.Check.Condition.Subject == Authority);
    }

    private static Task<Outcome<Done>> DecideAsync(
        World world, string code, Person by, DecisionOutcome outcome = DecisionOutcome.Approved, Guid? request = null, params ConditionInput[] conditions) =>
        world.AsAsync<RecordDecision, Outcome<Done>>(by, record => record.HandleAsync(
            code,
            new DecisionInput
            {
                AuthorityCode = Authority,
                Outcome = outcome,
                DecidedOn = new DateOnly(2026, 3, 4),
                Reason = "Alasan",
                RequestId = request,
                Conditions = conditions,
            },
            default));
}
