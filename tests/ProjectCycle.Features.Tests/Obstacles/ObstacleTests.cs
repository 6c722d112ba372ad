using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Obstacles;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Obstacles;

/// <summary>Entering, changing and ending obstacles; the list and the report over them.</summary>
public sealed class ObstacleTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start);
    private static readonly ObstacleInput Sound = new() { Code = "O4.1", Cause = "Anggaran terbatas", StartedOn = Today.AddDays(-20) };

    private static readonly (ObstacleInput Input, string Refusal, string Field)[] BadInputs =
    [
        (Sound with { Code = "" }, "required", "Code"),
        (Sound with { Code = "O4" }, "unknown-obstacle", "Code"),
        (Sound with { Code = "X1.1" }, "unknown-obstacle", "Code"),
        (Sound with { Cause = " " }, "required", "Cause"),
        (Sound with { Cause = new string('x', 2001) }, "too-long", "Cause"),
        (Sound with { Party = (ObstacleParty)77 }, "required", "Party"),
        (Sound with { StageCode = "on-hold" }, "bad-value", "StageCode"),
        (Sound with { StartedOn = Today.AddDays(1) }, "date-in-future", "StartedOn"),
        (Sound with { EndedOn = Today.AddDays(1) }, "date-in-future", "EndedOn"),
        (Sound with { EndedOn = Today.AddDays(-21) }, "ended-before-started", "EndedOn"),
        (Sound with { Severity = 6 }, "bad-value", "Severity"),
        (Sound with { OwnerId = Guid.NewGuid() }, "owner-not-in-unit", "OwnerId"),
    ];

    [Fact]
    public async Task Add_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        foreach (var (input, refusal, field) in BadInputs)
        {
            var refused = Assert.Single((await world.AsAsync<SaveObstacle, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default))).Refusals);

            Assert.Equal((refusal, field), (refused.Code, refused.Field));
        }
        Assert.Equal(0, await world.ReadAsync(db => db.Obstacles.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_WhenEndedAndTakenBack_LastsAgain(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = await AddAsync(world, code, Sound);

        Assert.True((await world.AsAsync<SaveObstacle, Outcome<Done>>(Role.Finance, s => s.EndAsync(id, Today.AddDays(-5), "Anggaran turun", 0, default))).Succeeded);
        var ended = Assert.Single((await ListAsync(world, new ObstacleFilter())).Rows);
        var stale = await world.AsAsync<SaveObstacle, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(id, Sound, version: 0, default));
        var taken = await world.AsAsync<SaveObstacle, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(id, Sound with { Code = "O4.2" }, version: 1, default));

        Assert.Equal((15, "Anggaran turun", StateCodes.Identification), (ended.Lost.Days, ended.Ending, ended.StageCode));
        Assert.Equal("changed-meanwhile", Assert.Single(stale.Refusals).Code);
        Assert.True(taken.Succeeded);
        var row = Assert.Single((await ListAsync(world, new ObstacleFilter { Open = true })).Rows);
        Assert.Equal(("O4.2", "", 20), (row.Code, row.Ending, row.Lost.Days));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Report_WhenObstaclesOverlap_CountsADayOfAProjectOnceInTheWhole(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var first = await world.RegisterAsync("JMB-01", change: c => c.Details = c.Details with { Partners = [(world.Partner.Id, PartnerRole.Funding)] });
        var second = await world.RegisterAsync("JMB-02");
        await AddAsync(world, first, Sound with { EndedOn = Today.AddDays(-10) }); // 10 days
        await AddAsync(world, first, Sound with { Code = "O4.2", StartedOn = Today.AddDays(-15) }); // 15 days, 5 of them the same
        await AddAsync(world, first, Sound with { Code = "O10.9", StageCode = "preparation", StartedOn = Today.AddDays(-3) }); // 3, all the same
        await AddAsync(world, second, Sound with { StartedOn = Today.AddDays(-7) }); // 7

        var tables = await ReportAsync(world, new ObstacleFilter());

        Assert.Equal(
            [new("O4", 3, 2, 32, 2), new("O4.1", 2, 1, 17, 2), new("O4.2", 1, 1, 15, 1), new("O10", 1, 1, 3, 1), new("O10.9", 1, 1, 3, 1)],
            tables.ByCode);
        Assert.Equal([new("identification", 3, 2, 32, 2), new("preparation", 1, 1, 3, 1)], tables.ByStage);
        Assert.Equal([new($"{world.Partner.Id}", 3, 2, 20, 1), new($"{Guid.Empty}", 1, 1, 7, 1)], tables.ByPartner);
        Assert.Equal(new("", 4, 3, 27, 2), tables.Whole);
        Assert.Equal(world.Partner.DisplayName, Assert.Single(tables.PartnerNames).Value);
        foreach (var (sum, filter) in tables.ByCode.Select(s => (s, new ObstacleFilter { Code = s.Key }))
            .Concat(tables.ByStage.Select(s => (s, new ObstacleFilter { Stage = s.Key })))
            .Concat(tables.ByPartner.Select(s => (s, new ObstacleFilter { Partner = Guid.Parse(s.Key) }))))
        {
            Assert.Equal(sum.Count, (await ListAsync(world, filter)).Total); // the rows behind the number
            Assert.Equal(sum.Open, (await ListAsync(world, filter with { Open = true })).Total);
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Report_WhenNarrowed_CountsThatUnitTemplateAndPeriodOnly(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var generic = await world.RegisterAsync("JMB-01");
        var kfw = await world.RegisterAsync("JMB-02", "kfw");
        await AddAsync(world, generic, Sound);
        await AddAsync(world, kfw, Sound with { EndedOn = Today.AddDays(-12) });

        Assert.Equal(new("", 1, 1, 20, 1), (await ReportAsync(world, new ObstacleFilter { Template = "generic" })).Whole);
        Assert.Equal(0, (await ReportAsync(world, new ObstacleFilter { Unit = world.OtherUnit.Id })).Whole.Count);
        Assert.Equal(new("", 2, 1, 28, 2), (await ReportAsync(world, new ObstacleFilter { Unit = world.Unit.Id })).Whole);
        var (from, to) = (Today.AddDays(-10), Today.AddDays(-4));
        Assert.Equal(new("", 1, 1, 7, 1), (await ReportAsync(world, new ObstacleFilter { From = from, To = to })).Whole); // both days count
        Assert.Equal(2, (await ReportAsync(world, new ObstacleFilter { To = to })).Whole.Count);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Obstacles_OfAnotherUnitOrAgreement_AreNeitherListedNorCountedNorChanged(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var mine = await world.RegisterAsync("JMB-01", change: c => c.Details = c.Details with { AgreementId = world.Agreement.Id });
        var other = await world.RegisterAsync("JMB-02");
        await AddAsync(world, mine, Sound);
        var hidden = await AddAsync(world, other, Sound with { Code = "O5.1" });
        var stranger = await world.AddPersonAsync("stranger@demo.local", world.OtherUnit, Role.Manager);

        Assert.Equal("JMB-01", Assert.Single((await world.AsAsync<ObstacleList, Paged<ObstacleRow>>(Role.Observer, l => l.PageAsync(new ObstacleFilter(), default))).Rows).ProjectCode);
        Assert.Equal(["O4", "O4.1"], (await world.AsAsync<ObstacleReport, ObstacleTables>(Role.Observer, r => r.LoadAsync(new ObstacleFilter(), default))).ByCode.Select(s => s.Key));
        Assert.Empty((await world.AsAsync<ObstacleList, Paged<ObstacleRow>>(stranger, l => l.PageAsync(new ObstacleFilter(), default))).Rows);
        Assert.Equal(0, (await world.AsAsync<ObstacleReport, ObstacleTables>(stranger, r => r.LoadAsync(new ObstacleFilter { Unit = world.Unit.Id }, default))).Whole.Count);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveObstacle, Outcome<Done>>(stranger, s => s.EndAsync(hidden, Today, "", 0, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveObstacle, Outcome<Guid>>(stranger, s => s.AddAsync(other, Sound, default))).Refusals).Code);
        Assert.Equal(2, (await ReportAsync(world, new ObstacleFilter())).Whole.Count);
    }

    [Fact]
    public void Parse_OfWhatToQueryWrote_GivesTheSameFilter()
    {
        var filter = new ObstacleFilter
        {
            Open = true,
            Code = "O4.1",
            Stage = "preparation",
            Partner = Guid.NewGuid(),
            Unit = Guid.NewGuid(),
            Template = "kfw",
            From = Today,
            To = Today.AddDays(3),
            Page = 2,
        };

        Assert.Equal(filter, ObstacleFilter.Parse(filter.ToQuery()));
        Assert.Equal(new ObstacleFilter(), ObstacleFilter.Parse("?from=soon&page=-1&unit=x&open=maybe"));
    }

    private static async Task<Guid> AddAsync(World world, string project, ObstacleInput input) =>
        (await world.AsAsync<SaveObstacle, Outcome<Guid>>(Role.Staff, s => s.AddAsync(project, input, default))).Value;

    private static Task<Paged<ObstacleRow>> ListAsync(World world, ObstacleFilter filter) =>
        world.AsAsync<ObstacleList, Paged<ObstacleRow>>(Role.Manager, l => l.PageAsync(filter, default));

    private static Task<ObstacleTables> ReportAsync(World world, ObstacleFilter filter) =>
        world.AsAsync<ObstacleReport, ObstacleTables>(Role.Manager, r => r.LoadAsync(filter, default));
}
