using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Deadlines;

/// <summary>On the fourth of March 2026.</summary>
public sealed class DatedDeadlinesTests
{
    private const string Code = "JMB-01";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Edit_WhenADateBecomesKnown_BeginsWhatIsCountedFromIt(DatabaseProvider provider)
    {
        await using var world = await AdbAsync(provider, KeyDates.Unknown);
        Assert.Empty(await OpenAsync(world));

        await SetAsync(world, d => d with { SignedOn = Date("2026-01-15"), EffectiveOn = Date("2026-02-10"), ClosingOn = Date("2027-06-30") });

        var open = await OpenAsync(world);
        Assert.Equal(Date("2026-04-15"), open[("effectiveness-due", "")].DueOn); // Wednesday, 90 days after signing
        Assert.Equal(
            ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"],
            open.Keys.Where(k => k.Rule == "progress-report").Select(k => k.Occurrence).Order());
        Assert.Equal(Date("2026-12-30"), open[("extension-request", "")].DueOn);
        Assert.DoesNotContain(open.Keys, k => k.Rule == "winding-up-ends"); // a rule of the next stage
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Edit_WhenTheDateMoves_MovesOpenDeadlinesKeepsDoneAndChosenOnesAndTellsTheOwner(DatabaseProvider provider)
    {
        await using var world = await AdbAsync(provider, KeyDates.Unknown with { SignedOn = Date("2025-12-01"), EffectiveOn = Date("2026-02-10"), ClosingOn = Date("2027-06-30") });
        var before = await OpenAsync(world);
        await MeetAsync(world, before[("replenishment-ends", "")]);
        await ChangeAsync(world, before[("mid-term-review", "")], Date("2026-11-11"));

        await SetAsync(world, d => d with { ClosingOn = Date("2027-12-31") }, Role.Manager);

        var after = await OpenAsync(world);
        Assert.Equal((Date("2026-12-30"), Date("2027-06-30")), (before[("extension-request", "")].DueOn, after[("extension-request", "")].DueOn));
        Assert.Equal((Date("2026-11-11"), true), (after[("mid-term-review", "")].DueOn, after[("mid-term-review", "")].IsMovedByHand));
        Assert.Equal(Date("2026-12-30"), (await world.ReadAsync(db => db.Deadlines.SingleAsync(d => d.RuleCode == "replenishment-ends"))).DueOn);
        var mail = await world.ReadAsync(db => db.Mails.SingleAsync(m => m.Text.Contains("30 Juni 2027")));
        Assert.Equal(world.Person(Role.Staff).Id, mail.RecipientId);
        Assert.Contains("30 Desember 2026", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Edit_WhenTheDateIsTakenAway_EndsWhatWasCountedFromItAndBeginsAnewWhenItIsBack(DatabaseProvider provider)
    {
        var dates = KeyDates.Unknown with { SignedOn = Date("2026-01-15"), ClosingOn = Date("2027-06-30") };
        await using var world = await AdbAsync(provider, dates);

        await SetAsync(world, d => d with { ClosingOn = null });
        Assert.DoesNotContain((await OpenAsync(world)).Keys, k => k.Rule == "extension-request");

        await SetAsync(world, d => d with { ClosingOn = dates.ClosingOn });
        Assert.Contains((await OpenAsync(world)).Keys, k => k.Rule == "extension-request");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Register_InTheMiddleOfItsLife_BringsNoArrearsButWhatIsLateForSomethingToCome(DatabaseProvider provider)
    {
        await using var world = await AdbAsync(provider, KeyDates.Unknown with { SignedOn = Date("2024-01-15"), EffectiveOn = Date("2024-03-10"), ClosingOn = Date("2026-06-30") });

        var open = await OpenAsync(world);

        Assert.DoesNotContain(open.Keys, k => k.Rule == "effectiveness-due");
        Assert.Equal(Date("2025-12-30"), open[("extension-request", "")].DueOn); // half a year before a closing that is still to come
        Assert.Equal(["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"], open.Keys.Where(k => k.Rule == "progress-report").Select(k => k.Occurrence).Order());
        Assert.Equal(["2025-12-31"], open.Keys.Where(k => k.Rule == "apfs").Select(k => k.Occurrence)); // until closing
    }

    /// <summary>ADB, Loan Disbursement Handbook: winding-up 4 months after closing, refund 2 months after it, papers kept as KEEP-ADB says.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Meet_WhenOthersAreCountedFromIt_BeginsAndMovesThem(DatabaseProvider provider)
    {
        await using var world = await AdbAsync(provider, KeyDates.Unknown with { SignedOn = Date("2020-01-15"), ClosingOn = Date("2025-12-31") }, StateCodes.Evaluation);
        var open = await OpenAsync(world);
        Assert.Equal((Date("2026-04-30"), Date("2026-06-30")), (open[("winding-up-ends", "")].DueOn, open[("refund-due", "")].DueOn));
        Assert.DoesNotContain(open.Keys, k => k.Rule == "keep-documents");

        await ChangeAsync(world, open[("winding-up-ends", "")], Date("2026-05-29"));
        await MeetAsync(world, (await OpenAsync(world))[("final-apfs-due", "")]);

        var after = await OpenAsync(world);
        Assert.Equal(Date("2026-07-29"), after[("refund-due", "")].DueOn);
        Assert.Equal(Date("2027-12-31"), after[("keep-documents", "")].DueOn); // closing + 2 years is later than done + 1 year
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Edit_WhenTheDateOfAWaivedOneMoves_LeavesItWaived(DatabaseProvider provider)
    {
        await using var world = await AdbAsync(provider, KeyDates.Unknown with { SignedOn = Date("2026-01-15") });
        var waived = (await OpenAsync(world))[("effectiveness-due", "")];
        _ = (await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Manager, s => s.WaiveAsync(waived.Id, "Sudah berlaku.", waived.Version, default))).Value;

        await SetAsync(world, d => d with { SignedOn = Date("2026-02-15") });

        var row = await world.ReadAsync(db => db.Deadlines.SingleAsync(d => d.RuleCode == "effectiveness-due"));
        Assert.Equal((waived.DueOn, "Sudah berlaku.", false), (row.DueOn, row.WaivedBecause, row.IsOpen));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Extend_AsMonthsPass_AddsEachPeriodOnce(DatabaseProvider provider)
    {
        await using var world = await AdbAsync(provider, KeyDates.Unknown with { SignedOn = Date("2026-01-15"), EffectiveOn = Date("2026-02-10"), ClosingOn = Date("2029-06-30") });
        var extend = world.Services.Root.GetRequiredService<ExtendDeadlines>();
        for (var month = 0; month < 24; month++)
        {
            world.Clock.Advance(TimeSpan.FromDays(30));
            await Task.WhenAll(extend.RunAsync(default), extend.RunAsync(default));
        }

        var reports = await world.ReadAsync(db => db.Deadlines.Where(d => d.RuleCode == "progress-report").Select(d => d.Occurrence).ToListAsync());
        Assert.Equal(reports.Distinct().Count(), reports.Count);
        Assert.Equal(Enumerable.Range(0, reports.Count).Select(i => Period.Quarter.EndOf(new DateOnly(2026, 3, 1).AddMonths(3 * i)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), reports.Order());
        Assert.InRange(reports.Count, 10, 12);
    }

    [Theory]
    [OnSqlite("2026-03-09", "date-in-future")]
    [OnSqlite("0900-01-01", "date-out-of-range")]
    public async Task Meet_OnAnImpossibleDay_IsRefused(DatabaseProvider provider, string day, string refusal)
    {
        await using var world = await AdbAsync(provider, KeyDates.Unknown with { SignedOn = Date("2026-01-15") });
        var deadline = (await OpenAsync(world)).Values.First();

        var refused = await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => s.MeetAsync(deadline.Id, new DeadlineMet { On = Date(day) }, deadline.Version, default));

        Assert.Equal(refusal, Assert.Single(refused.Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Meet_WithEvidence_KeepsItAndRefusesPapersOfOtherProjects(DatabaseProvider provider)
    {
        await using var world = await AdbAsync(provider, KeyDates.Unknown with { SignedOn = Date("2026-01-15") });
        var deadline = (await OpenAsync(world)).Values.First();
        var other = await world.RegisterAsync("JMB-02");
        var theirs = await AttachAsync(world, other);
        var ours = await AttachAsync(world, Code);

        var refused = await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => s.MeetAsync(deadline.Id, new DeadlineMet { EvidenceId = theirs }, deadline.Version, default));
        _ = (await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => s.MeetAsync(deadline.Id, new DeadlineMet { On = Date("2026-03-01"), EvidenceId = ours }, deadline.Version, default))).Value;

        Assert.Equal("unknown-document", Assert.Single(refused.Refusals).Code);
        var met = await world.ReadAsync(db => db.Deadlines.SingleAsync(d => d.Id == deadline.Id));
        Assert.Equal((Date("2026-03-01"), ours), (met.DoneOn, met.EvidenceId));
    }

    private static async Task<World> AdbAsync(DatabaseProvider provider, KeyDates dates, string stage = StateCodes.Implementation)
    {
        var world = await World.CreateAsync(provider);
        await world.RegisterAsync(
            Code, "adb-sovereign", c => c.Details = c.Details with { Dates = dates, OwnerId = world.Person(Role.Staff).Id },
            [.. StateCodes.Stages.TakeWhile(s => s != stage).Append(stage).Select(s => new StageEntry(s, Date("2024-01-08")))]);
        return world;
    }

    private static Task SetAsync(World world, Func<KeyDates, KeyDates> change, Role by = Role.Staff) =>
        world.EditAsync(Code, by, c => c.Details = c.Details with { Dates = change(c.Details.Dates) });

    private static async Task<Guid> AttachAsync(World world, string code) =>
        (await world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(code, World.TextFile(AttachDocument.Other), default))).Value;

    private static async Task MeetAsync(World world, Deadline deadline) =>
        _ = (await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => s.MeetAsync(deadline.Id, new DeadlineMet(), deadline.Version, default))).Value;

    private static async Task ChangeAsync(World world, Deadline deadline, DateOnly due) =>
        _ = (await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(deadline.Id, new DeadlineInput { DueOn = due }, deadline.Version, default))).Value;

    /// <summary>Those counted from dates.</summary>
    private static Task<Dictionary<(string Rule, string Occurrence), Deadline>> OpenAsync(World world) =>
        world.ReadAsync(async db => (await db.OpenDeadlines.AsNoTracking().Where(d => d.CountedOn != null).ToListAsync()).ToDictionary(d => (d.RuleCode!, d.Occurrence)));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
