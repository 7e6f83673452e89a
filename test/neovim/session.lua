-- What somebody does with maps in Neovim. Runs after the setup that docs/editors.md shows, and writes what came of it to $JOURNEY_SEEN as JSON.
local seen = {}
local folder = vim.env.JOURNEY_FOLDER

local function wait(isSo)
  return vim.wait(30000, isSo, 20)
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

--- The findings in the buffer: code, line from 0, and message.
local function findings()
  return vim.tbl_map(function(found)
    local lsp = found.user_data and found.user_data.lsp or {}
    return { code = found.code or lsp.code, line = found.lnum, text = found.message }
  end, vim.diagnostic.get(0))
end

local function lineOf(code)
  for _, found in ipairs(findings()) do
    if found.code == code then
      return found.line
    end
  end
end

--- Puts the cursor on the first letter of a text in the buffer.
local function goTo(text)
  for number, line in ipairs(lines()) do
    local at = line:find(text, 1, true)
    if at then
      vim.api.nvim_win_set_cursor(0, { number, at - 1 })
      return
    end
  end
  error('there is no ' .. text)
end

local function ask(method, params)
  local replies = vim.lsp.buf_request_sync(0, method, params or vim.lsp.util.make_position_params(), 30000)
  for _, reply in pairs(replies or {}) do
    return reply.result
  end
end

local function session()
  vim.cmd('edit ' .. folder .. '/order.journey')
  seen.filetype = vim.bo.filetype
  wait(function()
    return lineOf('unknown-value') ~= nil
  end)
  seen.findings = findings()
  local _, client = next(vim.lsp.buf_get_clients(0))
  seen.pid = client.rpc.pid
  seen.capabilities = client.server_capabilities

  -- An edit moves the findings.
  seen.before = lineOf('unknown-value')
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { '// one line more', '// and another' })
  wait(function()
    return lineOf('unknown-value') == seen.before + 2
  end)
  seen.after = lineOf('unknown-value')

  -- Completion, as Ctrl+X Ctrl+O has it.
  goTo('curent')
  local list = vim.lsp.util.text_document_completion_list_to_complete_items(ask('textDocument/completion'), '')
  seen.words = vim.tbl_map(function(item)
    return item.word
  end, list)

  -- Hover opens a window.
  goTo('type curent')
  vim.lsp.buf.hover()
  local window
  wait(function()
    for _, each in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(each).relative ~= '' then
        window = each
      end
    end
    return window ~= nil
  end)
  seen.hover = window and vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  if window then
    vim.api.nvim_win_close(window, true)
  end

  -- A fix is chosen from the list.
  vim.ui.select = function(items, options, choose)
    seen.actions = vim.tbl_map(options.format_item, items)
    for index, title in ipairs(seen.actions) do
      if title:find('current', 1, true) then
        return choose(items[index], index)
      end
    end
    choose(nil)
  end
  goTo('curent')
  vim.lsp.buf.code_action()
  wait(function()
    return lineOf('unknown-value') == nil
  end)
  seen.fixed = lines()

  -- The whole map is laid out.
  vim.lsp.buf.formatting_sync(nil, 30000)
  seen.formatted = lines()

  -- The definition is in another file.
  goTo('Vera')
  vim.lsp.buf.definition()
  wait(function()
    return vim.api.nvim_buf_get_name(0):find('people.journey', 1, true) ~= nil
  end)
  seen.definition = { vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ':t'), vim.fn.line('.'), vim.fn.col('.') }
  seen.references = #(ask('textDocument/references', vim.tbl_extend('force', vim.lsp.util.make_position_params(), {
    context = { includeDeclaration = true },
  })) or {})

  -- A persona gets another name, in both files.
  vim.lsp.buf.rename('Nora')
  wait(function()
    return lines()[1]:find('Nora', 1, true) ~= nil
  end)
  seen.people = lines()
  vim.cmd('buffer order.journey')
  wait(function()
    return table.concat(lines(), '\n'):find('Nora', 1, true) ~= nil
  end)
  seen.renamed = lines()
  seen.symbols = #(ask('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() }) or {})
  vim.cmd('wall')
end

local ok, why = pcall(session)
seen.failed = not ok and tostring(why) or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.JOURNEY_SEEN)
vim.cmd(ok and 'qall' or 'qall!')
