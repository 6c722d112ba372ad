using System.Globalization;
using ProjectCycle.Data.Reference;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.Matchmaking;

namespace ProjectCycle.Features.Demo;

/// <summary>Enters the search for a partner and the cooperation plan of a case. A refusal is a mistake in the cases and throws.</summary>
internal sealed class DemoCooperation(SaveCandidate candidates, ScoreCandidate scores, ChoosePartner choose, SavePlan plans, SaveField fields)
{
    private const string Sample = "Nilai contoh untuk uji coba. / A sample score for trying it out.";

    /// <summary>The candidates with their scores, and the choice where one is named.</summary>
    public async Task SearchAsync(string code, Search act, IReadOnlyDictionary<string, Guid> partners, CancellationToken cancellation)
    {
        foreach (var one in act.Candidates)
        {
            var input = one.Input with { PartnerId = one.Partner == "" ? null : partners[one.Partner] };
            var id = (await candidates.AddAsync(code, input, cancellation)).Value;
            _ = (await scores.HandleAsync(id, [.. Scores(one.Marks)], version: 0, cancellation)).Value;
            if (one.Input.Name == act.Chosen)
                _ = (await choose.ChooseAsync(id, "Pilihan contoh. / A sample choice.", version: 1, cancellation)).Value;
        }
    }

    /// <summary>The headings, then field by field.</summary>
    public async Task PlanAsync(string code, Plan act, CancellationToken cancellation)
    {
        _ = (await plans.AddAsync(code, act.Headings, cancellation)).Value;
        foreach (var field in act.Fields)
            _ = (await fields.AddAsync(code, field, cancellation)).Value;
    }

    private static IEnumerable<ScoreInput> Scores(string marks) => ReferenceData.Criteria.Zip(marks.Split(' '), (criterion, mark) => mark switch
    {
        "-" => new ScoreInput(criterion.Code, null, null, ""),
        "y" or "n" => new ScoreInput(criterion.Code, null, mark == "y", Sample),
        _ => new ScoreInput(criterion.Code, int.Parse(mark, CultureInfo.InvariantCulture), null, Sample),
    });
}
