//! The words of the keys: where they hold, what they do in the help, the palette and the README, and the word for the footer.

use super::words;

words! {
    /// Where keys hold, for the list of keys in the README.
    IN_TREE = "目录", "Outline";
    IN_CHAPTER = "一章的条目", "Chapter";
    IN_TEXT = "正文", "Text";
    IN_DEPARTMENTS = "部门", "Offices";
    IN_TASKS = "部门的任务", "Tasks of an office";
    IN_TABLE = "指标", "Indicators";
    IN_FINDINGS = "核对", "Checks";
    IN_YEARS = "时限", "Deadlines";
    IN_DUE = "时限的目标", "Targets of a deadline";
    IN_SEARCH = "搜索", "Search";
    IN_FILTER = "筛选", "Filter";
    IN_POPUP = "弹窗", "Popups";
    IN_TYPING = "弹窗的输入行", "Input line of a popup";
    IN_EXPORT = "导出", "Export";
    ANYWHERE = "各标签页", "Every tab";
    EVERYWHERE = "任何地方", "Everywhere";
    README_HEADS = "| 哪里 | 按键 | 作用 |", "| Where | Keys | What they do |";
    SPACE = "空格", "Space";

    /// Opening what the cursor is on, each with its word for the footer where it has one.
    OPEN_IN_TREE = "展开或收起；末级条目则进入正文", "Unfold or fold; an entry without others below: its text";
    FOLD_OR_READ = "展开/阅读", "Open";
    OPEN_IN_CHAPTER = "读这一条的正文", "Read the text of this entry";
    READ_TEXT = "读正文", "Read";
    OPEN_DEPARTMENT = "看这个部门的任务", "The tasks of this office";
    SEE_TASKS = "看任务", "Tasks";
    OPEN_TASK = "在规划里打开这项任务", "Open this task in its plan";
    SEE_IN_PLAN = "看原任务", "In plan";
    OPEN_ROW = "指标详情，长单元格显示全文", "The whole row, long cells in full";
    ROW = "指标详情", "Row";
    OPEN_FINDING = "到规划里的这一处；窄屏先看全文", "To this passage in the plan; on a narrow screen the whole finding first";
    TO_PASSAGE = "到原处", "In plan";
    OPEN_YEAR = "看这一年或这个部门的目标", "The targets of this year or office";
    SEE_TARGETS = "看目标", "Targets";
    OPEN_TARGET = "到规划里写明这个目标的地方", "To where the plan states this target";
    CONFIRM_HIT = "到选中的结果", "To the chosen hit";
    OPEN = "打开", "Open";
    CONFIRM_FILTER = "用这个筛选", "Keep this filter";
    CONFIRM = "确定", "OK";
    CHOOSE = "选定", "Choose";
    CHOOSE_HINT = "选定", "Choose";
    WRITE_FILE = "保存这个文件", "Save this file";
    SAVE = "保存", "Save";
    NEXT_FORMAT = "换下一种格式", "The next format";
    OTHER_FORMAT = "换格式", "Format";
    PREVIOUS_FORMAT = "换上一种格式", "The previous format";
    TOGGLE_PLAN = "勾选或去掉", "Select or leave out";
    SELECT = "勾选", "Select";
    ONLY_THIS_PLAN = "只选这一部规划", "Select this plan alone";
    ONLY_THIS = "只选此部", "Only this";
    ALL_PLANS = "全选", "Select all";
    ALL = "全选", "All";
    WRITE_NOTE = "写或改这个书签的备注", "Write or change the note of this bookmark";
    NOTE = "写备注", "Note";
    REMOVE_BOOKMARK = "取消这个书签；u 恢复", "Remove this bookmark; u brings it back";
    REMOVE = "取消书签", "Remove";
    RESTORE_BOOKMARK = "恢复刚取消的书签，备注仍在", "Bring back the bookmark just removed, with its note";
    RESTORE = "恢复", "Bring back";

    /// Folding, columns, passages and sorting.
    EXPAND = "展开；已展开则进入下一级", "Unfold; if unfolded, one level down";
    COLLAPSE = "收起；已收起则回到上一级", "Fold; if folded, one level up";
    FOLD = "展开或收起", "Unfold or fold";
    READ_ON = "接着读：到这部规划上次读到的地方", "Read on: to where this plan was read last";
    GO_ON = "接着读", "Read on";
    COLLAPSE_SIBLINGS = "收起同级各项", "Fold the entries of this level";
    EXPAND_SIBLINGS = "展开同级各项", "Unfold the entries of this level";
    COLLAPSE_ALL = "全部收起", "Fold everything";
    EXPAND_BELOW = "展开本项以下全部层级", "Unfold all levels below this entry";
    EXPAND_ALL = "全展开", "Unfold all";
    NEXT_COLUMN = "向右看后面的列", "The columns to the right";
    COLUMNS = "后面的列", "Columns";
    PREVIOUS_COLUMN = "向左看前面的列", "The columns to the left";
    NEXT_PASSAGE = "换到这条核对的下一处", "The next passage of this finding";
    PASSAGE = "换一处", "Passage";
    PREVIOUS_PASSAGE = "换到这条核对的上一处", "The previous passage of this finding";
    ONLY_ROLE = "只看牵头、配合等一种角色的任务；再按换下一种", "Only tasks of one role (lead, support …); again: the next role";
    ROLE = "只看牵头", "Role";
    ONLY_YEAR = "只看一个年份到期的任务；再按换下一年", "Only tasks due in one year; again: the next year";
    YEAR = "年份", "Year";
    ONLY_PLAN = "只看一部规划的任务；再按换下一部", "Only tasks of one plan; again: the next plan";
    PLAN = "规划", "Plan";
    REGROUP = "换分组：按年份，或按部门", "Group by year, or by office";
    YEAR_OR_OFFICE = "年份/部门", "Group";
    TO_LIST = "回到左边的列表", "Back to the list at the left";
    LIST = "回列表", "List";
    SORT = "按一列数值排序：从小到大、从大到小、照原文", "Sort by a column: ascending, descending, as printed";
    SORT_HINT = "排序", "Sort";
    SORT_NEXT = "按后一列数值排序", "Sort by the next column of values";
    SORT_PREVIOUS = "按前一列数值排序", "Sort by the previous column of values";
    ONLY_NATURE = "只看约束性、预期性等一种性质的指标；再按换下一种", "Only indicators of one nature (binding, expected …); again: the next";
    NATURE = "性质", "Nature";
    NEXT_TABLE = "下一张表", "The next table";
    NEXT_TABLE_HINT = "下一张表", "Next table";
    PREVIOUS_TABLE = "上一张表", "The previous table";

    /// Opening a search, a filter or a popup.
    SEARCH = "搜索全部规划：部门、任务、指标、正文", "Search all plans: offices, tasks, indicators, text";
    SEARCH_HINT = "搜索", "Search";
    NEXT_HIT = "下一处搜索结果", "The next match of the search";
    NEXT = "下一处", "Next";
    PREVIOUS_HIT = "上一处搜索结果", "The previous match of the search";
    FILTER = "筛选这张列表", "Filter this list";
    FILTER_HINT = "筛选", "Filter";
    DEPARTMENTS = "选部门：全称、简称、拼音首字母都行", "Choose an office: by full name, short name or pinyin initials";
    OFFICES = "选部门", "Offices";

    /// Panes, tabs and comparisons.
    NEXT_PANE = "换到下一个窗格", "To the next pane";
    PANE = "换窗格", "Pane";
    SIMILAR = "其他规划相近表述：其他规划中最相近的任务", "Similar passages: the closest tasks of other plans";
    SIMILAR_HINT = "相近表述", "Similar";
    SIDE_BY_SIDE =
        "两边对照：与 v 记下的、最相近的或选中的一条逐字对照",
        "Side by side: word by word with the entry held by v, the closest or the chosen one";
    COMPARE = "对照", "Compare";
    HOLD = "记下这一条，到另一条按 S 两边对照；再按取消", "Hold this entry, then S on another one sets both side by side; again: let go";
    COMPARE_INDICATOR =
        "指标对照：这个指标在各规划里的基期、目标、推算与图",
        "Compare an indicator: base, targets, what is worked out, and a chart, plan by plan";
    COMPARE_PLANS = "各规划对照", "Compare";
    MATRIX = "总表：各部门在各规划里有多少任务", "Overview: how many tasks each office has in each plan";
    OVERVIEW = "总表", "Overview";
    SOURCE = "原文：文件里的原行", "Source text: the lines of the file";
    SOURCE_HINT = "原文", "Source";
    PLANS = "选择规划", "Select plans";
    SELECT_PLANS = "选规划", "Plans";
    PREVIOUS_PANE = "换到上一个窗格", "To the previous pane";
    TAB_1 = "规划：目录与正文；再按到开头", "Plans: outline and text; again: to the top";
    TAB_2 = "部门：各部门的任务；再按到开头", "Offices: the tasks of each; again: to the top";
    TAB_3 = "指标：指标表；再按到开头", "Indicators: their tables; again: to the top";
    TAB_4 = "核对：规划里前后不一、未达目标等处；再按到开头", "Checks: where plans contradict themselves, miss targets …; again: to the top";
    TAB_5 = "时限：哪一年要达到什么；再按到开头", "Deadlines: what is due in which year; again: to the top";
    NEXT_TAB = "下一个标签页", "The next tab";
    PREVIOUS_TAB = "上一个标签页", "The previous tab";

    /// Copying, exporting, bookmarks and history.
    COPY_CITATION = "复制引文：《规划》章节、正文和责任单位", "Copy a citation: plan, section, text and responsible offices";
    CITE = "复制引文", "Cite";
    COPY_TEXT = "复制文字", "Copy the text";
    COPY_PATH = "复制所在位置", "Copy where it stands";
    COPIED = "显示上次复制的文字，供鼠标拖选", "Show the text copied last, to select it with the mouse";
    COPY_COMMAND = "复制得到本页内容的命令", "Copy the command that prints this page";
    EXPORT = "导出本页内容：Excel、Word、网页、csv 等", "Export this page: Excel, Word, web page, csv …";
    EXPORT_HINT = "导出", "Export";
    IMPORT = "导入文件或文件夹，加入自己的规划", "Import a file or folder into your own plans";
    UNDO_IMPORT = "撤销导入；再按恢复", "Undo the import; again: bring it back";
    UNDO = "撤销导入", "Undo import";
    COMPLETE_PATH = "补全路径，列出相符的文件", "Complete the path, and list the files that fit";
    COMPLETE_HINT = "补全", "Complete";
    BOOKMARK = "加书签；再按取消", "Set a bookmark; again: remove it";
    BOOKMARKS = "书签列表", "The list of bookmarks";
    BACK = "回到前一处，筛选、窗格、行都如离开时", "Back to the place before, with its filter, pane and row";
    BACK_HINT = "返回", "Back";
    FORWARD = "再到后一处", "Forward again";

    /// Moving the cursor and scrolling the text.
    DOWN = "下移一行", "One row down";
    UP = "上移一行", "One row up";
    NEXT_GROUP = "下一章；在任务、核对、时限里是下一组", "The next chapter; in tasks, checks and deadlines the next group";
    PREVIOUS_GROUP = "上一章；在任务、核对、时限里是上一组", "The previous chapter; in tasks, checks and deadlines the previous group";
    SCROLL_DOWN = "不离开列表，正文下滚一行", "Scroll the text down, staying in the list";
    SCROLL = "滚正文", "Scroll";
    SCROLL_UP = "不离开列表，正文上滚一行", "Scroll the text up, staying in the list";
    HALF_DOWN = "下移半屏", "Half a screen down";
    HALF_UP = "上移半屏", "Half a screen up";
    PAGE_DOWN = "下移一屏", "A screen down";
    PAGE_UP = "上移一屏", "A screen up";
    TOP = "到开头", "To the beginning";
    BOTTOM = "到末尾", "To the end";

    /// The field that has the caret.
    NEXT_ENTRY = "下一条", "The next entry";
    UP_AND_DOWN = "上下选", "Up/down";
    PREVIOUS_ENTRY = "上一条；在首条时取出前次输入", "The previous entry; on the first one: what was typed before";
    DELETE_BEFORE = "删前一字", "Delete the character before";
    DELETE_BEHIND = "删后一字", "Delete the character behind";
    DELETE_WORD = "删前一词", "Delete the word before";
    REMOVE_FILTER = "去掉最后一个条件（部门:、规划:、年: …）", "Remove the last filter (dept:, plan:, year: …)";
    REMOVE_FILTER_HINT = "去条件", "Unfilter";
    CLEAR = "清空", "Clear the line";
    CLEAR_HINT = "清空", "Clear";
    LEFT = "左移一字", "One character to the left";
    RIGHT = "右移一字", "One character to the right";

    /// What concerns the whole program.
    ESCAPE = "清除或关闭一层；不离开本页，不退出程序", "Clear or close one thing; never leaves the tab or the program";
    CLOSE_HINT = "关闭", "Close";
    CLOSE_OR_QUIT = "关闭；没有可关的就退出程序", "Close; with nothing to close, quit";
    QUIT_HINT = "退出", "Quit";
    CLOSE = "关闭", "Close";
    PALETTE = "按名称找命令", "Find a command by its name";
    MOUSE = "鼠标交还终端，或再接管", "Give the mouse back to the terminal, or take it again";
    REDRAW = "重画屏幕", "Paint the screen anew";
    SUSPEND = "挂起，回到命令行（fg 返回）", "Suspend, back to the shell (fg returns)";
    QUIT = "立即退出", "Quit at once";
    TOUR = "五步导览；再按结束", "A tour of five steps; again: end it";
    HELP = "本页按键说明", "The keys of this page";
    HELP_HINT = "帮助", "Help";
}
