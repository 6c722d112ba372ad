using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Preparation;
using ProjectCycle.Features.Work;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Preparation;

public sealed class ReadinessTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);
    private static readonly ReadinessInput Final = new() { State = ReadinessState.Final };

    private static readonly (ReadinessInput Input, string Refusal, string Field)[] BadInputs =
    [
        (Final with { State = ReadinessState.NotApplicable }, "required", "Reason"),
        (Final with { State = ReadinessState.Verified }, "verified-elsewhere", "State"),
        (Final with { State = (ReadinessState)9 }, "required", "State"),
        (Final with { Reason = new string('x', 1001) }, "too-long", "Reason"),
        (Final with { Note = new string('x', 2001) }, "too-long", "Note"),
        (Final with { DueOn = new DateOnly(1, 1, 1) }, "date-out-of-range", "DueOn"),
        (Final with { DocumentId = Guid.NewGuid() }, "unknown-document", "DocumentId"),
        (Final with { OwnerId = Guid.NewGuid() }, "owner-not-in-unit", "OwnerId"),
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Save_WhenSomethingIsWrong_NamesTheFieldAndSavesNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        foreach (var (input, refusal, field) in BadInputs)
            Assert.Contains((refusal, field), (await PreparationSamples.MarkAsync(world, code, "land", input)).Refusals.Select(r => (r.Code, r.Field!)));

        Assert.Equal("not-found", Assert.Single((await PreparationSamples.MarkAsync(world, code, "moon", Final)).Refusals).Code);
        Assert.Equal("not-allowed", Assert.Single((await PreparationSamples.MarkAsync(world, code, "land", Final, role: Role.Reviewer)).Refusals).Code);
        Assert.Equal(0, await world.ReadAsync(db => db.ReadinessMarks.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Verify_ByAReviewer_NeedsAFinalStateThatSomebodyElseHasSet(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var both = await world.AddPersonAsync("both@demo.local", world.Unit, Role.Staff, Role.Reviewer);

        Assert.Equal("readiness-not-final", await RefusedAsync(PreparationSamples.VerifyAsync(world, code, "land", -1)));
        _ = (await PreparationSamples.MarkAsync(world, code, "land", Final with { State = ReadinessState.Draft })).Value;
        Assert.Equal("readiness-not-final", await RefusedAsync(PreparationSamples.VerifyAsync(world, code, "land", 0)));
        _ = (await world.AsAsync<SaveReadiness, Outcome<Done>>(both, s => s.HandleAsync(code, "land", Final, 0, default))).Value;
        Assert.Equal("own-final", await RefusedAsync(world.AsAsync<SaveReadiness, Outcome<Done>>(both, s => s.VerifyAsync(code, "land", 1, default))));
        foreach (var role in new[] { Role.Staff, Role.Manager, Role.Finance, Role.Observer, Role.Auditor })
            Assert.Equal("not-allowed", await RefusedAsync(PreparationSamples.VerifyAsync(world, code, "land", 1, role)));
        Assert.Equal("changed-meanwhile", await RefusedAsync(PreparationSamples.VerifyAsync(world, code, "land", 0)));

        _ = (await PreparationSamples.VerifyAsync(world, code, "land", 1)).Value;

        var mark = await world.ReadAsync(db => db.ReadinessMarks.SingleAsync());
        Assert.Equal((ReadinessState.Verified, both.Id, world.Person(Role.Reviewer).Id, Today), (mark.State, mark.FinalById, mark.VerifiedById, mark.VerifiedOn));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Save_WhenVerified_KeepsItOnlyWhileStateAndEvidenceStay(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var paper = (await world.AsAsync<AttachDocument, Outcome<Guid>>(Role.Staff, a => a.HandleAsync(code, World.TextFile(AttachDocument.Other), default))).Value;
        _ = (await PreparationSamples.MarkAsync(world, code, "land", Final)).Value;
        _ = (await PreparationSamples.VerifyAsync(world, code, "land", 0)).Value;
        var kept = Final with { State = ReadinessState.Verified, Note = "Surat BPN" };

        Assert.Equal("verified-evidence", await RefusedAsync(PreparationSamples.MarkAsync(world, code, "land", kept with { DocumentId = paper }, 1)));
        _ = (await PreparationSamples.MarkAsync(world, code, "land", kept, 1)).Value;
        var verified = await world.ReadAsync(db => db.ReadinessMarks.SingleAsync());
        _ = (await PreparationSamples.MarkAsync(world, code, "land", Final with { DocumentId = paper }, 2, Role.Manager)).Value;
        var final = await world.ReadAsync(db => db.ReadinessMarks.SingleAsync());

        Assert.Equal((ReadinessState.Verified, "Surat BPN", Today), (verified.State, verified.Note, verified.VerifiedOn));
        Assert.Equal((ReadinessState.Final, world.Person(Role.Manager).Id, null, null), (final.State, final.FinalById, final.VerifiedById, final.VerifiedOn));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Readiness_WhenEachIsVerifiedOrDoesNotApply_IsComplete(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var other = await world.RegisterAsync("JMB-02");
        await PreparationSamples.ReadinessAsync(world, code);
        Assert.Equal((8, true), await StatusAsync(world, code));

        _ = (await PreparationSamples.MarkAsync(world, code, "dprd", new ReadinessInput { State = ReadinessState.NotApplicable, Reason = "Hibah penuh" }, 1)).Value;
        Assert.Equal((8, true), await StatusAsync(world, code));
        _ = (await PreparationSamples.MarkAsync(world, code, "land", new ReadinessInput { State = ReadinessState.Draft, DueOn = Today.AddDays(-1) }, 1)).Value;

        Assert.Equal((8, false), await StatusAsync(world, code));
        Assert.Equal((0, false), await StatusAsync(world, other));
        var project = (await world.ViewAsync(code))!.Project.Id;
        var rows = await world.AsAsync<PreparationQueries, IReadOnlyList<ReadinessRow>>(Role.Auditor, q => q.ReadinessAsync(project, default));
        Assert.Equal(ReferenceData.ReadinessCriteria.Keys, rows.Select(row => row.Criterion.Code));
        Assert.Equal(["land"], rows.Where(row => row.IsLate(Today)).Select(row => row.Criterion.Code));
        Assert.Equal("Hibah penuh", rows.Single(row => row.State == ReadinessState.NotApplicable).Mark!.Reason);
    }

    private static async Task<string> RefusedAsync(Task<Outcome<Done>> act) => Assert.Single((await act).Refusals).Code;

    private static async Task<(int Entries, bool IsComplete)> StatusAsync(World world, string code)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        var status = (await world.AsAsync<WorkOverview, IReadOnlyDictionary<string, WorkStatus>>(Role.Auditor, w => w.OfAsync(project, default))).GetValueOrDefault(WorkParts.Readiness);
        return (status?.Entries ?? 0, status?.IsComplete ?? false);
    }
}
