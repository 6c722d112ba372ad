using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>What the stall watch says, in sentences.</summary>
public static class StallWords
{
    /// <summary>The flag with its dates.</summary>
    public static string Sentence(Texts texts, StallFlag flag) => flag.Kind switch
    {
        StallKind.Slow => texts["stall.Slow", flag.Since, flag.Days, flag.Stays!.Cases, flag.Stays.Median, flag.Stays.Percentile, flag.Stays.Limit],
        StallKind.Dormant => texts["stall.Dormant", flag.SignedOn, flag.Since, flag.Days, flag.Months],
        StallKind.NoLetterOfIntent => texts["stall.NoLetterOfIntent", flag.Since, flag.Days, flag.Months],
        _ => throw new ArgumentOutOfRangeException(nameof(flag)),
    };

    /// <summary>How long it has been in its stage beside the others; or that there are too few to compare with.</summary>
    public static string Compared(Texts texts, StallView stall, int days) => stall.Stays.IsEnough
        ? texts.Count("stall.compared", days, stall.Stays.Cases, stall.Stays.Median, stall.Stays.Percentile, stall.Stays.Limit)
        : texts.Count("stall.too-few", days, stall.Stays.Cases);
}
