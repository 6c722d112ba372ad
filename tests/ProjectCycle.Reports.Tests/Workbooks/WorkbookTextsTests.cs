using System.Collections;
using System.Globalization;
using System.Resources;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Tests.Workbooks;

public class WorkbookTextsTests
{
    [Theory]
    [InlineData("Workbooks")]
    [InlineData("Appraisal")]
    public void Words_WhenLanguagesAreCompared_HaveTheSameKeys(string file)
    {
        var english = Words(file, Languages.English);
        var indonesian = Words(file, Languages.Indonesian);

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), indonesian.Keys.Order(StringComparer.Ordinal));
        Assert.All(english.Values.Concat(indonesian.Values), word => Assert.False(string.IsNullOrWhiteSpace(word)));
    }

    [Theory]
    [InlineData(Languages.English)]
    [InlineData(Languages.Indonesian)]
    public void Of_WhenEnumIsShownInAWorkbook_EveryValueHasAWord(string language)
    {
        var texts = new WorkbookTexts(language);

        Assert.All(Enum.GetValues<MoveKind>(), kind => Assert.NotNull(texts.Of<MoveKind>(kind)));
        Assert.All(Enum.GetValues<PartnerKind>(), kind => Assert.NotNull(texts.Of<PartnerKind>(kind)));
        Assert.All(Enum.GetValues<Light>(), light => Assert.NotNull(texts.Of<Light>(light)));
        Assert.All(Enum.GetValues<DeadlineStanding>(), standing => Assert.NotNull(texts.Of<DeadlineStanding>(standing)));
    }

    [Theory]
    [InlineData(Languages.English)]
    [InlineData(Languages.Indonesian)]
    public void Of_WhenEnumIsShownInTheAppraisal_EveryValueHasAWord(string language)
    {
        var texts = new WorkbookTexts(language, "Appraisal");

        Assert.All(Enum.GetValues<AmountKind>(), kind => Assert.NotNull(texts.Of<AmountKind>(kind)));
        Assert.All(Enum.GetValues<PositionKind>(), kind => Assert.NotNull(texts.Of<PositionKind>(kind)));
        Assert.All(Enum.GetValues<RiskKind>(), kind => Assert.NotNull(texts.Of<RiskKind>(kind)));
        Assert.All(Enum.GetValues<RiskLevel>(), level => Assert.NotNull(texts.Of<RiskLevel>(level)));
        Assert.All(Enum.GetValues<RiskResponse>(), response => Assert.NotNull(texts.Of<RiskResponse>(response)));
        Assert.All(Enum.GetValues<LegalDraftKind>(), kind => Assert.NotNull(texts.Of<LegalDraftKind>(kind)));
        Assert.All(Enum.GetValues<LegalDraftState>(), state => Assert.NotNull(texts.Of<LegalDraftState>(state)));
    }

    [Fact]
    public void Word_WhenKeyIsUnknown_Throws() =>
        Assert.ThrowsAny<Exception>(() => new WorkbookTexts(Languages.English)["No.Such.Word"]);

    private static Dictionary<string, string> Words(string file, string language) =>
        new ResourceManager($"ProjectCycle.Reports.Resources.{file}", typeof(WorkbookTexts).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
