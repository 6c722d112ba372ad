using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Ledger;

/// <summary>What is graded on each scale, and with what. Codes are stored and are codes of texts.</summary>
public static class RatingCriteria
{
    /// <summary>The only criterion of the manager's own light.</summary>
    public const string Overall = "Overall";

    /// <summary>The World Bank's two that make a problem project [K].</summary>
    public const string Objective = "Objective";

    /// <inheritdoc cref="Objective"/>
    public const string Implementation = "Implementation";

    private static readonly string[] Lights = Enum.GetNames<Light>();

    private static readonly Dictionary<RatingScale, (IReadOnlyList<string> Criteria, IReadOnlyList<string> Grades)> Scales = new()
    {
        [RatingScale.Own] = ([Overall], Lights),
        [RatingScale.Adb] = ([nameof(PprIndicator.FinancialManagement), nameof(PprIndicator.Safeguards)], Lights),
        [RatingScale.WorldBank] = (
            [Objective, Implementation, "FinancialManagement", "Procurement", "MonitoringEvaluation", "ProjectManagement", "CounterpartFunds", "Environment"],
            Enum.GetNames<IsrRating>()),
        [RatingScale.Kfw] = (Enum.GetNames<DacCriterion>(), ["1", "2", "3", "4", "5", "6"]),
    };

    /// <summary>The criteria of a scale, in the order of its reports.</summary>
    public static IReadOnlyList<string> Of(RatingScale scale) => Scales[scale].Criteria;

    /// <summary>The grades of a scale, best first.</summary>
    public static IReadOnlyList<string> GradesOf(RatingScale scale) => Scales[scale].Grades;

    /// <summary>The scale of a donor family's template; null where the donor has none of its own here.</summary>
    public static RatingScale? OfTemplate(string templateId) => templateId switch
    {
        "adb-sovereign" => RatingScale.Adb,
        "worldbank-ipf" => RatingScale.WorldBank,
        "kfw" => RatingScale.Kfw,
        _ => null,
    };
}
