using ProjectCycle.Domain.Cycles;
using ProjectCycle.Features.Cycles;

namespace ProjectCycle.Features.Tests.Cycles;

public sealed class TemplateCatalogTests
{
    private static readonly CycleTemplate Generic =
        TemplateLoader.LoadFolder(RepositoryFolder.Templates).Templates.Single(t => t.Template is { Id: "generic", Version: 1 }).Template;

    private readonly TemplateCatalog _catalog = new([Loaded("b", 2), Loaded("a", 1), Loaded("b", 10), Loaded("b", 1)]);

    [Fact]
    public void All_WhateverTheOrderGiven_IsByIdAndVersion() =>
        Assert.Equal([("a", 1), ("b", 1), ("b", 2), ("b", 10)], _catalog.All.Select(t => (t.Id, t.Version)));

    [Fact]
    public void Current_OfAnId_IsItsHighestVersion() => Assert.Equal(10, _catalog.Current("b")!.Version);

    [Fact]
    public void Current_OfAll_IsTheHighestVersionOfEach() =>
        Assert.Equal([("a", 1), ("b", 10)], _catalog.Current().Select(t => (t.Id, t.Version)));

    [Fact]
    public void Find_WhenUnknown_IsNull()
    {
        Assert.NotNull(_catalog.Find("b", 2));
        Assert.Null(_catalog.Find("b", 3));
        Assert.Null(_catalog.Current("c"));
    }

    [Fact]
    public void Get_WhenUnknown_Throws()
    {
        Assert.Equal(2, _catalog.Get("b", 2).Version);
        Assert.Throws<InvalidOperationException>(() => _catalog.Get("b", 3));
    }

    [Fact]
    public void New_WhenAVersionIsGivenTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => new TemplateCatalog([Loaded("a", 1), Loaded("a", 1)]));

    private static LoadedTemplate Loaded(string id, int version) =>
        new(Generic with { Id = id, Version = version }, $"{id}.yaml", "", "");
}
