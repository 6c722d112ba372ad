using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Identification;
using ProjectCycle.Features.Work;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Identification;

/// <summary>The need and potential map: rows by form and by workbook, what completes it, and the gate that asks for it.</summary>
public sealed class NeedMapTests
{
    private static readonly NeedMapDetails Sound = WorkSamples.MapRow();

    private static readonly (NeedMapDetails Details, string Refusal, string Field)[] BadRows =
    [
        (Sound with { Sector = " " }, "required", "Sector"),
        (Sound with { Sector = new string('x', 101) }, "too-long", "Sector"),
        (Sound with { Kind = null }, "required", "Kind"),
        (Sound with { Kind = (MapKind)7 }, "required", "Kind"),
        (Sound with { Subject = "" }, "required", "Subject"),
        (Sound with { EvidenceYear = 1944 }, "out-of-range", "EvidenceYear"),
        (Sound with { EvidenceYear = 2101 }, "out-of-range", "EvidenceYear"),
        (Sound with { Sought = (Wants)64 }, "bad-value", "Sought"),
        (Sound with { Priority = null }, "required", "Priority"),
        (Sound with { Priority = 0 }, "out-of-range", "Priority"),
        (Sound with { Priority = 6 }, "out-of-range", "Priority"),
        (Sound with { Problem = new string('x', 1001) }, "too-long", "Problem"),
    ];

    [Fact]
    public async Task Add_WhenARowIsBad_SaysWhyAndSavesNothing()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        foreach (var (details, refusal, field) in BadRows)
        {
            var refused = Assert.Single((await AddAsync(world, code, details)).Refusals);

            Assert.Equal((refusal, field), (refused.Code, refused.Field));
        }
        Assert.Empty(await MapAsync(world, code));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Map_OfSeveralRows_IsSortedByPriorityAndNumbered(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await AddAsync(world, code, Sound with { Priority = 5, Subject = "Kelima" });
        await AddAsync(world, code, Sound with { Priority = 1, Subject = "Pertama", Sought = Wants.Technology | Wants.Funds | Wants.Market | Wants.Training | Wants.Investment });

        var map = await MapAsync(world, code);

        Assert.Equal([(2, "Pertama"), (1, "Kelima")], map.Select(e => (e.Number, e.Subject)));
        Assert.True(map[0].Sought.HasFlag(Wants.Investment | Wants.Technology));
        Assert.Equal(Wants.Technology | Wants.Training, map[1].Sought);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_WhenSomebodyWasFirst_TellsWhoAndKeepsTheirs(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = (await AddAsync(world, code, Sound)).Value;

        var first = await world.AsAsync<SaveNeedMapEntry, Outcome<Done>>(Role.Finance, s => s.ChangeAsync(id, Sound with { Subject = "Milik keuangan" }, 0, default));
        var second = await world.AsAsync<SaveNeedMapEntry, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(id, Sound with { Subject = "Milik staf" }, 0, default));
        var stale = await world.AsAsync<SaveNeedMapEntry, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(id, 0, default));
        var removed = await world.AsAsync<SaveNeedMapEntry, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(id, 1, default));

        Assert.True(first.Succeeded);
        Assert.Equal("changed-meanwhile", Assert.Single(second.Refusals).Code);
        Assert.Equal("changed-meanwhile", Assert.Single(stale.Refusals).Code);
        Assert.True(removed.Succeeded);
        Assert.Contains("Milik keuangan", await world.ReadAsync(db => db.AuditEntries.Where(a => a.Entity == "NeedMapEntry" && a.Action == "removed").Select(a => a.Changes).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Map_IsComplete_OnceANeedAndAPotentialAreEachProven(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var states = new List<(int, bool)> { await StatusAsync(world, code) };
        foreach (var row in new[]
        {
            Sound,
            Sound with { Kind = MapKind.Potential, EvidenceSource = " " },
            Sound with { Kind = MapKind.Potential, ResponsibleOffice = "" },
            Sound with { Kind = MapKind.Potential },
        })
        {
            _ = (await AddAsync(world, code, row)).Value;
            states.Add(await StatusAsync(world, code));
        }

        Assert.Equal([(0, false), (1, false), (2, false), (3, false), (4, true)], states);
    }

    [Theory]
    [OnSqlite("ksdpl")]
    [OnPostgres("ksdpl")]
    [OnSqlite("ksdll")]
    public async Task Gate_OfAForeignCooperation_StaysShutUntilMapAndRequirementsAreComplete(DatabaseProvider provider, string template)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01", template);

        var refused = await world.MoveAsync(code, MoveKind.Advance);
        await world.SupplyAsync(code, MoveKind.Advance);
        var moved = await world.MoveAsync(code, MoveKind.Advance);

        Assert.Superset(new HashSet<object> { "has-need-map", "requirements-met" }, refused.Refusals.Where(r => r.Code == "gate-unmet").Select(r => r.Args[0]).ToHashSet());
        Assert.True(moved.Succeeded);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Work_OfAnotherUnit_IsNeitherReadNorChanged(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = (await AddAsync(world, code, Sound)).Value;
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Staff);
        var project = (await world.ViewAsync(code))!.Project.Id;

        Assert.Empty(await world.AsAsync<IdentificationQueries, IReadOnlyList<NeedMapEntry>>(stranger, q => q.NeedMapAsync(project, default)));
        Assert.Null(await world.AsAsync<IdentificationQueries, NeedMapReport?>(stranger, q => q.ReportAsync(code, "en", default)));
        Assert.Null(await world.AsAsync<IdentificationQueries, NeedMapReport?>(Role.Administrator, q => q.ReportAsync(code, "en", default)));
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveNeedMapEntry, Outcome<Guid>>(stranger, s => s.AddAsync(code, Sound, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveNeedMapEntry, Outcome<Done>>(stranger, s => s.RemoveAsync(id, 0, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<ImportNeedMap, Outcome<NeedMapCheck>>(stranger, i => i.CheckAsync(code, Upload(Line(2, null, Sound)), default))).Refusals).Code);
        Assert.Equal("not-allowed", Assert.Single((await world.AsAsync<ImportNeedMap, Outcome<int>>(Role.Reviewer, i => i.ImportAsync(code, Upload(Line(2, null, Sound)), "", default))).Refusals).Code);
        Assert.Single(await MapAsync(world, code));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Import_OfNewAndKnownRows_AddsAndChangesAllOfThem(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await AddAsync(world, code, Sound with { Subject = "Tetap", Problem = "Satu\r\ndua" });
        await AddAsync(world, code, Sound with { Subject = "Berubah" });
        var upload = Upload(
            Line(2, 1, Sound with { Subject = "Tetap", Problem = "Satu\ndua" }),
            Line(3, 2, Sound with { Subject = "Sudah berubah", Priority = 1 }),
            Line(4, null, Sound with { Subject = "Baru" }));

        var check = (await CheckAsync(world, code, upload)).Value;
        var imported = await ImportAsync(world, code, upload, check.Stamp);

        Assert.Empty(check.Faults);
        Assert.Equal((1, 1), (check.Added, check.Changed));
        Assert.Equal([[], ["Subject", "Priority"], []], check.Effects.Select(e => e.Changed));
        Assert.Equal(2, imported.Value);
        Assert.Equal([(2, "Sudah berubah", 1), (1, "Tetap", 0), (3, "Baru", 0)], (await MapAsync(world, code)).Select(e => (e.Number, e.Subject, e.Version)));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Import_WhenOneCellIsWrong_TakesNothingAndNamesEachCell(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await AddAsync(world, code, Sound);
        var upload = Upload(
            Line(2, null, Sound),
            Line(3, 1, Sound with { Subject = new string('x', 201) }),
            Line(4, 1, Sound with { Priority = 9 }),
            Line(5, 77, Sound with { Sector = "", Kind = null })) with
        {
            Faults = [new CellFault(5, "Kind", "Mimpi", new Refusal("not-in-list", "Kind"))],
        };

        var check = (await CheckAsync(world, code, upload)).Value;
        var imported = await ImportAsync(world, code, upload, check.Stamp);

        Assert.Equal(
            [("D3", "too-long"), ("A4", "row-number-twice"), ("O4", "out-of-range"), ("A5", "unknown-row-number"), ("B5", "required"), ("C5", "not-in-list")],
            check.Faults.Select(f => (f.Cell, f.Problem.Code)));
        Assert.Equal("import-faults", Assert.Single(imported.Refusals).Code);
        Assert.Single(await MapAsync(world, code));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Import_WhenTheMapChangedSinceTheCheck_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var upload = Upload(Line(2, null, Sound));
        var check = (await CheckAsync(world, code, upload)).Value;
        await AddAsync(world, code, Sound);

        var imported = await ImportAsync(world, code, upload, check.Stamp);

        Assert.Equal("map-changed-meanwhile", Assert.Single(imported.Refusals).Code);
        Assert.Single(await MapAsync(world, code));
    }

    [Fact]
    public async Task Import_BeyondWhatAMapHolds_IsRefused()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        var full = Upload([.. Enumerable.Range(2, NeedMapUpload.MaxRows).Select(row => Line(row, null, Sound))]);
        var empty = (await CheckAsync(world, code, full)).Value;
        Assert.Equal(NeedMapUpload.MaxRows, (await ImportAsync(world, code, full, empty.Stamp)).Value);

        var one = Upload(Line(2, null, Sound));
        var more = await ImportAsync(world, code, one, (await CheckAsync(world, code, one)).Value.Stamp);

        Assert.Equal("map-full", Assert.Single(more.Refusals).Code);
        Assert.Equal("map-full", Assert.Single((await AddAsync(world, code, Sound)).Refusals).Code);
    }

    private static NeedMapUpload Upload(params NeedMapLine[] lines) => new(lines, []);

    private static NeedMapLine Line(int row, int? number, NeedMapDetails details) => new(row, number, details, new Dictionary<string, string>());

    private static Task<Outcome<Guid>> AddAsync(World world, string code, NeedMapDetails details) =>
        world.AsAsync<SaveNeedMapEntry, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, details, default));

    private static Task<Outcome<NeedMapCheck>> CheckAsync(World world, string code, NeedMapUpload upload) =>
        world.AsAsync<ImportNeedMap, Outcome<NeedMapCheck>>(Role.Staff, i => i.CheckAsync(code, upload, default));

    private static Task<Outcome<int>> ImportAsync(World world, string code, NeedMapUpload upload, string stamp) =>
        world.AsAsync<ImportNeedMap, Outcome<int>>(Role.Staff, i => i.ImportAsync(code, upload, stamp, default));

    private static async Task<IReadOnlyList<NeedMapEntry>> MapAsync(World world, string code)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        return await world.AsAsync<IdentificationQueries, IReadOnlyList<NeedMapEntry>>(Role.Auditor, q => q.NeedMapAsync(project, default));
    }

    private static async Task<(int, bool)> StatusAsync(World world, string code)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        var work = await world.AsAsync<WorkOverview, IReadOnlyDictionary<string, WorkStatus>>(Role.Staff, w => w.OfAsync(project, default));
        return work.TryGetValue(WorkParts.NeedMap, out var status) ? (status.Entries, status.IsComplete) : (0, false);
    }
}
