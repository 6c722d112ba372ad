using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Audit;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Negotiation;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Negotiation;
using ProjectCycle.Features.Projects;
using ProjectCycle.Features.Work;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Negotiation;

/// <summary>The matrix of positions: who enters it, who reads the fallback, and the gate that waits for it.</summary>
public sealed class PositionTests
{
    private const string Secret = "Mundur-ke-hibah-lain";

    private static readonly PositionInput Sound = new()
    {
        AgendaItem = "Pembagian biaya",
        Subject = NegotiationSubject.Funds,
        Ours = "Mitra menanggung pelatihan.",
        Interest = "Anggaran daerah terbatas.",
        Fallback = Secret,
        Theirs = "Dibagi dua.",
    };

    private static readonly (PositionInput Input, string Refusal, string Field)[] BadInputs =
    [
        (Sound with { AgendaItem = " " }, "required", "AgendaItem"),
        (Sound with { AgendaItem = new string('x', 201) }, "too-long", "AgendaItem"),
        (Sound with { Ours = "" }, "required", "Ours"),
        (Sound with { Interest = new string('x', 2001) }, "too-long", "Interest"),
        (Sound with { Fallback = new string('x', 2001) }, "too-long", "Fallback"),
        (Sound with { Theirs = new string('x', 2001) }, "too-long", "Theirs"),
        (Sound with { AgreedText = new string('x', 4001) }, "too-long", "AgreedText"),
        (Sound with { TextReference = new string('x', 201) }, "too-long", "TextReference"),
        (Sound with { Subject = (NegotiationSubject)77 }, "bad-value", "Subject"),
        (Sound with { Outcome = (PositionOutcome)77 }, "bad-value", "Outcome"),
        (Sound with { Outcome = PositionOutcome.Agreed }, "agreed-without-text", "AgreedText"),
        (Sound with { RoundId = Guid.NewGuid() }, "unknown-round", "RoundId"),
    ];

    [Fact]
    public async Task Add_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        foreach (var (input, refusal, field) in BadInputs)
        {
            var refused = Assert.Single((await AddAsync(world, code, input)).Refusals);

            Assert.Equal((refusal, field), (refused.Code, refused.Field));
        }
        Assert.Equal(0, await world.ReadAsync(db => db.NegotiationPositions.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_WhenSomebodySavedFirst_IsToldAndChangesNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = (await AddAsync(world, code, Sound)).Value;

        var first = await ChangeAsync(world, id, Sound with { Theirs = "Sepertiga." }, version: 0);
        var second = await ChangeAsync(world, id, Sound with { Theirs = "Seperempat." }, version: 0);
        var row = Assert.Single(await MatrixAsync(world, code, Role.Staff));

        Assert.True(first.Succeeded);
        Assert.Equal("changed-meanwhile", Assert.Single(second.Refusals).Code);
        Assert.Equal(("Sepertiga.", Secret, 1), (row.Theirs, row.Fallback, row.Version));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Positions_OfAnotherUnit_AreNeitherReadNorWritten(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = (await AddAsync(world, code, Sound)).Value;
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Manager);
        var project = (await world.ViewAsync(code))!.Project.Id;

        Assert.Empty(await world.AsAsync<PositionMatrix, IReadOnlyList<PositionRow>>(stranger, m => m.OfAsync(project, default)));
        Assert.Null(await world.AsAsync<PositionMatrix, PositionRow?>(stranger, m => m.FindAsync(project, id, default)));
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SavePosition, Outcome<Guid>>(stranger, s => s.AddAsync(code, Sound, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SavePosition, Outcome<Done>>(stranger, s => s.ChangeAsync(id, Sound, 0, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SavePosition, Outcome<Done>>(stranger, s => s.RemoveAsync(id, 0, default))).Refusals).Code);
        foreach (var role in new[] { Role.Reviewer, Role.Observer, Role.Auditor, Role.Administrator })
            Assert.Equal("not-allowed", Assert.Single((await world.AsAsync<SavePosition, Outcome<Guid>>(role, s => s.AddAsync(code, Sound, default))).Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fallback_ForEachRole_IsReadByHoldersOfTheRightOnly(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", change: c => c.Details = c.Details with { AgreementId = world.Agreement.Id });
        await AddAsync(world, code, Sound);

        foreach (var role in Enum.GetValues<Role>())
        {
            var row = Assert.Single(await MatrixAsync(world, code, role));
            Assert.Equal((Sound.Ours, Rights.ViewFallback.IsHeldBy([role]) ? Secret : ""), (row.Ours, row.Fallback));
        }
    }

    /// <summary>Staff of one unit who look into another unit's project as observers do not bring their right along.</summary>
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fallback_ForStaffOfAnotherUnitWhoObserveHere_IsNotRead(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", change: c => c.Details = c.Details with { AgreementId = world.Agreement.Id });
        await AddAsync(world, code, Sound);
        var both = await world.AddPersonAsync("both@demo.local", world.OtherUnit, Role.Staff, Role.Observer);
        var project = (await world.ViewAsync(code))!.Project.Id;

        var row = Assert.Single(await world.AsAsync<PositionMatrix, IReadOnlyList<PositionRow>>(both, m => m.OfAsync(project, default)));

        Assert.Equal("", row.Fallback);
    }

    [Fact]
    public void Rights_ToEditAndToMoveOn_ReachNobodyWhoMayNotReadTheFallback()
    {
        Assert.Subset(Rights.ViewFallback.Roles.ToHashSet(), Rights.EditWork.Roles.ToHashSet());
        Assert.DoesNotContain(Role.Observer, Rights.ViewFallback.Roles);
        Assert.DoesNotContain(Role.Administrator, Rights.ViewFallback.Roles);
    }

    [Fact]
    public async Task Audit_WithoutTheRight_SaysThatTheFallbackChangedButNotToWhat()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        await AddAsync(world, code, Sound);
        var project = (await world.ViewAsync(code))!.Project.Id;
        var entries = await world.AsAsync<ProjectHistory, IReadOnlyList<AuditEntry>>(Role.Auditor, h => h.AuditAsync(project, 1, default));
        var entry = entries.Single(e => e.Entity == nameof(NegotiationPosition));

        var masked = ConfidentialFields.WithoutFallback(entry);

        Assert.Contains(Secret, entry.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, masked.Changes, StringComparison.Ordinal);
        Assert.Contains($"""
            "Fallback":[null,"{ConfidentialFields.Mask}"]
            """, masked.Changes, StringComparison.Ordinal);
        Assert.Contains(Sound.Theirs, masked.Changes, StringComparison.Ordinal);
        Assert.Equal((entry.Id, entry.At, entry.UserName), (masked.Id, masked.At, masked.UserName));
        Assert.All(entries.Where(e => e != entry), other => Assert.Same(other, ConfidentialFields.WithoutFallback(other)));
        Assert.Empty(await world.AsAsync<ProjectHistory, IReadOnlyList<AuditEntry>>(Role.Observer, h => h.AuditAsync(project, 1, default)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Gate_OutOfNegotiation_WaitsUntilNoItemIsOpen(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var today = DateOnly.FromDateTime(FakeClock.Start);
        var code = await world.RegisterAsync("JMB-01", "ksdpl", null, [.. StateCodes.Stages.TakeWhile(s => s != StateCodes.Implementation).Select(s => new StageEntry(s, today.AddDays(-20)))]);
        Assert.False(await IsMetAsync(world, code)); // nothing was negotiated

        var kept = (await AddAsync(world, code, Sound)).Value;
        var given = (await AddAsync(world, code, Sound with { AgendaItem = "Jadwal" })).Value;
        Assert.Equal((2, false), await StandAsync(world, code));
        await ChangeAsync(world, kept, Sound with { Outcome = PositionOutcome.Agreed, AgreedText = "Dibagi dua." }, 0);
        Assert.False(await IsMetAsync(world, code));
        await ChangeAsync(world, given, Sound with { AgendaItem = "Jadwal", Outcome = PositionOutcome.Dropped }, 0);

        Assert.Equal((2, true), await StandAsync(world, code));
        Assert.True(await IsMetAsync(world, code));
        await ChangeAsync(world, given, Sound with { AgendaItem = "Jadwal" }, 1);
        Assert.False(await IsMetAsync(world, code));
        Assert.True((await world.AsAsync<SavePosition, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(given, 2, default))).Succeeded);
        Assert.True(await IsMetAsync(world, code));
    }

    private static async Task<bool> IsMetAsync(World world, string code)
    {
        var view = (await world.ViewAsync(code))!;
        var moves = await world.AsAsync<GateCard, IReadOnlyList<MoveView>>(Role.Manager, card => card.MovesAsync(view, default));
        return moves.Single(m => m.Check.Trigger.Kind == MoveKind.Advance).Check.Conditions.Single(c => c.Condition.Kind == ConditionKind.Work && c.Condition.Subject == WorkParts.Positions).IsMet;
    }

    private static async Task<(int Entries, bool IsComplete)> StandAsync(World world, string code)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        var statuses = await world.AsAsync<WorkOverview, IReadOnlyDictionary<string, WorkStatus>>(Role.Staff, w => w.OfAsync(project, default));
        return (statuses[WorkParts.Positions].Entries, statuses[WorkParts.Positions].IsComplete);
    }

    private static Task<Outcome<Guid>> AddAsync(World world, string code, PositionInput input) =>
        world.AsAsync<SavePosition, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default));

    private static Task<Outcome<Done>> ChangeAsync(World world, Guid id, PositionInput input, int version) =>
        world.AsAsync<SavePosition, Outcome<Done>>(Role.Finance, s => s.ChangeAsync(id, input, version, default));

    private static async Task<IReadOnlyList<PositionRow>> MatrixAsync(World world, string code, Role role)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        return await world.AsAsync<PositionMatrix, IReadOnlyList<PositionRow>>(role, m => m.OfAsync(project, default));
    }
}
