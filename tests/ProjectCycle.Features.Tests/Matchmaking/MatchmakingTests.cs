using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Matchmaking;
using ProjectCycle.Features.Work;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Matchmaking;

/// <summary>Candidates, their scores, weights, the table and the choice.</summary>
public sealed class MatchmakingTests
{
    private static readonly CandidateInput Seoul = new() { Name = "Seoul", Kind = CandidateKind.RegionalGovernment, CountryCode = "KR", FoundHow = "Kajian" };

    private static readonly (CandidateInput Input, string Refusal, string Field)[] BadCandidates =
    [
        (Seoul with { Name = " " }, "required", "Name"),
        (Seoul with { Name = new string('x', 201) }, "too-long", "Name"),
        (Seoul with { Kind = (CandidateKind)77 }, "required", "Kind"),
        (Seoul with { CountryCode = "XX" }, "unknown-country", "CountryCode"),
        (Seoul with { PartnerId = Guid.NewGuid() }, "unknown-partner", "PartnerId"),
        (Seoul with { FoundHow = new string('x', 501) }, "too-long", "FoundHow"),
        (Seoul with { Notes = new string('x', 2001) }, "too-long", "Notes"),
    ];

    private static readonly (ScoreInput Score, string Refusal, string Field)[] BadScores =
    [
        (new("C1", 3, null, " "), "required", "Scores[0].Reason"),
        (new("C1", 3, null, new string('x', 1001)), "too-long", "Scores[0].Reason"),
        (new("C1", null, null, "Alasan"), "score-missing", "Scores[0].Points"),
        (new("C1", 6, null, "Alasan"), "bad-value", "Scores[0].Points"),
        (new("C1", -1, null, "Alasan"), "bad-value", "Scores[0].Points"),
        (new("C1", null, true, "Alasan"), "bad-value", "Scores[0].Points"),
        (new("C9", 3, null, "Alasan"), "bad-value", "Scores[0].Points"),
        (new("X1", 3, null, "Alasan"), "bad-value", "Scores[0].Points"),
    ];

    [Fact]
    public async Task Add_WhenInputIsBad_SaysWhy()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        foreach (var (input, refusal, field) in BadCandidates)
        {
            var refused = Assert.Single((await world.AsAsync<SaveCandidate, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input, default))).Refusals);

            Assert.Equal((refusal, field), (refused.Code, refused.Field));
        }
        Assert.Equal(0, await world.ReadAsync(db => db.PartnerCandidates.CountAsync()));
    }

    [Fact]
    public async Task Score_WhenInputIsBad_SaysWhyAndKeepsNothing()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var id = await AddAsync(world, await world.RegisterAsync("JMB-01"));
        foreach (var (score, refusal, field) in BadScores)
        {
            var refused = Assert.Single((await ScoreAsync(world, id, [score], 0)).Refusals);

            Assert.Equal((refusal, field), (refused.Code, refused.Field));
        }
        Assert.Equal("Scores[1].Points", Assert.Single((await ScoreAsync(world, id, [new("C1", 3, null, "a"), new("C1", 4, null, "b")], 0)).Refusals).Field);
        Assert.Equal(0, await world.ReadAsync(db => db.CandidateScores.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Score_WhenChangedAndEmptied_KeepsTheLatestAndTellsWhoWasFirst(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = await AddAsync(world, code);

        Assert.True((await ScoreAsync(world, id, WorkSamples.Scores, 0)).Succeeded);
        Assert.True((await ScoreAsync(world, id, [new("C1", 5, null, "Lebih baik"), new("C2", null, null, "")], 1)).Succeeded);
        var stale = await ScoreAsync(world, id, [new("C1", 0, null, "Usang")], 1);

        var column = Assert.Single((await TableAsync(world, code)).Candidates);
        Assert.Equal((5, "Lebih baik"), (column.Scores["C1"].Points, column.Scores["C1"].Reason));
        Assert.False(column.Scores.ContainsKey("C2"));
        Assert.Equal((9, 10), (column.Match.Scored, column.Match.OutOf));
        Assert.Equal("changed-meanwhile", Assert.Single(stale.Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Weights_WhenSet_ChangeTheTotalAndHaveOneRow(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = await AddAsync(world, code);
        await ScoreAsync(world, id, [new("C1", 5, null, "a"), new("C2", 0, null, "b")], 0);
        var before = Assert.Single((await TableAsync(world, code)).Candidates).Match.Percent;

        var set = await world.AsAsync<SetWeights, Outcome<Guid>>(Role.Manager, s => s.AddAsync(code, new Dictionary<string, int> { ["C1"] = 9, ["C2"] = 1 }, default));
        var second = await world.AsAsync<SetWeights, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, new Dictionary<string, int> { ["C1"] = 1 }, default));
        var after = Assert.Single((await TableAsync(world, code)).Candidates).Match.Percent;
        var changed = await world.AsAsync<SetWeights, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(set.Value, new Dictionary<string, int> { ["C2"] = 0 }, 0, default));
        var stale = await world.AsAsync<SetWeights, Outcome<Done>>(Role.Staff, s => s.ChangeAsync(set.Value, new Dictionary<string, int>(), 0, default));

        Assert.Equal((50m, 90m), (before, after));
        Assert.Equal("entered-meanwhile", Assert.Single(second.Refusals).Code);
        Assert.True(changed.Succeeded);
        Assert.Equal("changed-meanwhile", Assert.Single(stale.Refusals).Code);
        Assert.Equal((1, 9), (Assert.Single((await TableAsync(world, code)).Candidates).Match.Scored, Assert.Single((await TableAsync(world, code)).Candidates).Match.OutOf));
    }

    [Theory]
    [InlineData("C1", 11, "bad-weight", "Weights[C1]")]
    [InlineData("C1", -1, "bad-weight", "Weights[C1]")]
    [InlineData("C9", 5, "bad-weight", "Weights[C9]")]
    [InlineData("", 0, "no-weight", null)]
    public async Task Weights_WhenBad_AreRefused(string criterion, int weight, string refusal, string? field)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        var weights = criterion == "" ? ReferenceData.Criteria.Where(c => !c.IsGate).ToDictionary(c => c.Code, _ => weight) : new() { [criterion] = weight };

        var refused = Assert.Single((await world.AsAsync<SetWeights, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, weights, default))).Refusals);

        Assert.Equal((refusal, field), (refused.Code, refused.Field));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Choose_WhenAGateFailedOrSomethingIsNotScored_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = await AddAsync(world, code);

        Assert.Equal(["required", "criteria-missing"], (await ChooseAsync(world, id, " ", 0)).Refusals.Select(r => r.Code));
        await ScoreAsync(world, id, [.. WorkSamples.Scores.Select(s => s.CriterionCode == "C9" ? s with { IsPassed = false } : s)], 0);
        Assert.Equal("gate-failed", Assert.Single((await ChooseAsync(world, id, "Baik", 1)).Refusals).Code);
        await ScoreAsync(world, id, [new("C9", null, true, "Ada"), new("C11", null, null, "")], 1);
        Assert.Equal("criteria-missing", Assert.Single((await ChooseAsync(world, id, "Baik", 2)).Refusals).Code);
        Assert.Equal((1, false), await StatusAsync(world, code));

        // A criterion that counts for nothing need not be scored.
        await world.AsAsync<SetWeights, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, new Dictionary<string, int> { ["C11"] = 0 }, default));
        Assert.Equal("changed-meanwhile", Assert.Single((await ChooseAsync(world, id, "Baik", 1)).Refusals).Code);
        Assert.True((await ChooseAsync(world, id, "Baik", 2)).Succeeded);
        Assert.Equal((1, true), await StatusAsync(world, code));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Choice_WhileItStands_HoldsScoresWeightsAndTheOthers(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        await WorkSamples.CompleteAsync(world, code, Role.Staff, WorkParts.Matchmaking);
        var other = await AddAsync(world, code, Seoul with { Name = "Kawasaki", CountryCode = "JP" });
        await ScoreAsync(world, other, WorkSamples.Scores, 0);
        var table = await TableAsync(world, code);
        var chosen = table.Chosen!.Candidate;

        Assert.Equal("candidate-chosen", Assert.Single((await ScoreAsync(world, chosen.Id, [new("C1", 0, null, "a")], chosen.Version)).Refusals).Code);
        Assert.Equal("choice-stands-weights", Assert.Single((await world.AsAsync<SetWeights, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, new Dictionary<string, int>(), default))).Refusals).Code);
        Assert.Equal("choice-stands", Assert.Single((await ChooseAsync(world, other, "Baik", 1)).Refusals).Code);
        Assert.Equal("candidate-chosen", Assert.Single((await RemoveAsync(world, chosen.Id, chosen.Version)).Refusals).Code);

        Assert.True((await world.AsAsync<ChoosePartner, Outcome<Done>>(Role.Manager, c => c.WithdrawAsync(table.Choice!.Id, table.Choice.Version, default))).Succeeded);
        Assert.Equal((2, false), await StatusAsync(world, code));
        Assert.True((await RemoveAsync(world, chosen.Id, chosen.Version)).Succeeded);
        Assert.True((await ChooseAsync(world, other, "Baik", 1)).Succeeded);
        Assert.Equal("Kawasaki", (await TableAsync(world, code)).Chosen!.Candidate.Name);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Table_WhenSeveralAreScored_HasTheBestFirstAndMarksTheBestOfEachRow(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var low = await AddAsync(world, code, Seoul with { Name = "A" });
        var high = await AddAsync(world, code, Seoul with { Name = "B", PartnerId = world.Partner.Id });
        await AddAsync(world, code, Seoul with { Name = "C" });
        await ScoreAsync(world, low, [new("C1", 2, null, "a"), new("C2", 3, null, "a"), new("C9", null, false, "a")], 0);
        await ScoreAsync(world, high, [new("C1", 4, null, "a"), new("C2", 3, null, "a")], 0);

        var table = await TableAsync(world, code);

        Assert.Equal(["B", "A", "C"], table.Candidates.Select(c => c.Candidate.Name));
        Assert.Equal(world.Partner.Name, table.Candidates[0].PartnerName);
        Assert.Equal((4, null, null), (table.BestOf("C1"), table.BestOf("C2"), table.BestOf("C3")));
        Assert.Null(table.BestPercent()); // the only rival failed a gate
        Assert.Null(table.Candidates[2].Match.Percent);
    }

    [Fact]
    public async Task EveryAct_WithoutRightOrReach_IsTurnedAway()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var code = await world.RegisterAsync("JMB-01");
        var id = await AddAsync(world, code);
        var stranger = await world.AddPersonAsync("lain@demo.local", world.OtherUnit, Role.Staff);

        Assert.Equal("not-allowed", Assert.Single((await world.AsAsync<SaveCandidate, Outcome<Guid>>(Role.Reviewer, s => s.AddAsync(code, Seoul, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SaveCandidate, Outcome<Done>>(stranger, s => s.ChangeAsync(id, Seoul, 0, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<ScoreCandidate, Outcome<Done>>(stranger, s => s.HandleAsync(id, WorkSamples.Scores, 0, default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<SetWeights, Outcome<Guid>>(stranger, s => s.AddAsync(code, new Dictionary<string, int>(), default))).Refusals).Code);
        Assert.Equal("not-found", Assert.Single((await world.AsAsync<ChoosePartner, Outcome<Done>>(stranger, s => s.ChooseAsync(id, "a", 0, default))).Refusals).Code);
        var project = await world.ReadAsync(db => db.Projects.Select(p => p.Id).SingleAsync());
        Assert.Empty((await world.AsAsync<Comparison, CandidateTable>(stranger, c => c.OfAsync(project, default))).Candidates);
    }

    private static async Task<Guid> AddAsync(World world, string code, CandidateInput? input = null) =>
        (await world.AsAsync<SaveCandidate, Outcome<Guid>>(Role.Staff, s => s.AddAsync(code, input ?? Seoul, default))).Value;

    private static Task<Outcome<Done>> ScoreAsync(World world, Guid id, IReadOnlyList<ScoreInput> scores, int version) =>
        world.AsAsync<ScoreCandidate, Outcome<Done>>(Role.Staff, s => s.HandleAsync(id, scores, version, default));

    private static Task<Outcome<Done>> ChooseAsync(World world, Guid id, string reason, int version) =>
        world.AsAsync<ChoosePartner, Outcome<Done>>(Role.Staff, c => c.ChooseAsync(id, reason, version, default));

    private static Task<Outcome<Done>> RemoveAsync(World world, Guid id, int version) =>
        world.AsAsync<SaveCandidate, Outcome<Done>>(Role.Staff, s => s.RemoveAsync(id, version, default));

    private static async Task<CandidateTable> TableAsync(World world, string code)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        return await world.AsAsync<Comparison, CandidateTable>(Role.Auditor, c => c.OfAsync(project, default));
    }

    private static async Task<(int Entries, bool IsComplete)> StatusAsync(World world, string code)
    {
        var project = (await world.ViewAsync(code))!.Project.Id;
        var statuses = await world.AsAsync<WorkOverview, IReadOnlyDictionary<string, WorkStatus>>(Role.Staff, w => w.OfAsync(project, default));
        return (statuses[WorkParts.Matchmaking].Entries, statuses[WorkParts.Matchmaking].IsComplete);
    }
}
